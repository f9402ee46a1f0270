CREATE TABLE cycle AS
    SELECT one.x AS a, two.x AS b, three.x AS c, four.x AS d
    FROM edge one JOIN edge two ON two.x = one.y JOIN edge three ON three.x = two.y JOIN edge four ON four.x = three.y AND four.y = one.x
    WHERE one.x <> three.x AND two.x <> four.x;
