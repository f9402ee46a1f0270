//! Strongly connected components, without recursion.

/// The components of the graph in which node i has edges to `next[i]` (Tarjan): every edge leads into the same or an
/// earlier component. Members ascend.
pub(crate) fn components(next: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let count = next.len();
    let (mut number, mut low, mut on_stack) = (vec![NEW; count], vec![0; count], vec![false; count]);
    let (mut stack, mut found) = (Vec::new(), Vec::new());
    let mut visited = 0;
    for root in 0..count {
        if number[root] != NEW {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((node, edge)) = path.last_mut() {
            let node = *node;
            if *edge == 0 {
                (number[node], low[node], on_stack[node]) = (visited, visited, true);
                visited += 1;
                stack.push(node);
            }
            if let Some(&target) = next[node].get(*edge) {
                *edge += 1;
                if number[target] == NEW {
                    path.push((target, 0));
                } else if on_stack[target] {
                    low[node] = low[node].min(number[target]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == number[node] {
                let start = stack.iter().rposition(|member| *member == node).unwrap_or(0);
                let mut component: Vec<usize> = stack.drain(start..).collect();
                component.iter().for_each(|member| on_stack[*member] = false);
                component.sort_unstable();
                found.push(component);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_lead_down() {
        let found = components(&[vec![1], vec![2, 3], vec![0], vec![], vec![4], vec![3, 0]]);
        assert_eq!(found, [vec![3], vec![0, 1, 2], vec![4], vec![5]]);
    }

    #[test]
    fn long_chains_need_no_stack() {
        let count = 200_000;
        let next: Vec<Vec<usize>> = (0..count).map(|i| if i + 1 < count { vec![i + 1] } else { vec![] }).collect();
        let found = components(&next);
        assert_eq!((found.len(), &found[0]), (count, &vec![count - 1]));
    }
}
