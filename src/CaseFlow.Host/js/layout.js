// Finds places for the boxes and lines of a diagram; the page draws them itself.
import dagre from "@dagrejs/dagre";

export const layout = (nodes, edges, groups, direction) => {
    const graph = new dagre.graphlib.Graph({ multigraph: true, compound: true });
    graph.setGraph({ rankdir: direction, nodesep: 12, ranksep: 40, edgesep: 6, marginx: 12, marginy: 12 });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const group of groups) {
        graph.setNode(group, {});
    }
    for (const node of nodes) {
        graph.setNode(node.id, { width: node.width, height: node.height });
        if (node.group) {
            graph.setParent(node.id, node.group);
        }
    }
    edges.forEach((edge, index) => graph.setEdge(edge.from, edge.to, {}, String(index)));
    dagre.layout(graph);
    const box = id => {
        const { x, y, width, height } = graph.node(id);
        return { id, x: x - width / 2, y: y - height / 2, width, height };
    };
    return {
        width: graph.graph().width,
        height: graph.graph().height,
        nodes: nodes.map(node => box(node.id)),
        groups: groups.map(box),
        edges: edges.map((edge, index) => ({
            from: edge.from,
            to: edge.to,
            points: graph.edge(edge.from, edge.to, String(index)).points,
        })),
    };
};
