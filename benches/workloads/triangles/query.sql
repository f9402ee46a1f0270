CREATE TABLE triangle AS
    SELECT one.x, one.y, two.y AS z FROM edge one JOIN edge two ON two.x = one.y JOIN edge three ON three.x = one.x AND three.y = two.y;
