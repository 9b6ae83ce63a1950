"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = new Map(data.nodes.map((node) => [node.id, node]));
  const el = (id) => document.getElementById(id);
  const KINDS = data.kinds;
  const RELATIONS = data.relations;
  const FIRST = ["instructs", "transmits", "leads", "coordinates", "reports_to", "assigns", "hands_on"];
  const VIEWS = { instructs: "Chỉ đạo giữa các cơ quan", documents: "Văn bản và viện dẫn", duties: "Nhiệm vụ", all: "Tất cả" };
  const fold = (text) => String(text || "").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const short = (text, length) => (text.length > length ? text.slice(0, length - 1) + "…" : text);
  const drawn = (name) => RELATIONS[name] || { name: name, colour: "#6b7280", dashed: false, upward: false };
  const relation = (name) => drawn(name).name;

  const cy = cytoscape({
    container: el("graph"), minZoom: 0.05, maxZoom: 4,
    style: [
      { selector: "node", style: { label: "data(short)", "text-wrap": "wrap", "text-max-width": 130, "font-size": 11,
        "text-valign": "center", "text-halign": "center", shape: "round-rectangle", width: 146, height: "data(height)",
        "background-color": "data(colour)", "border-width": 1, "border-color": "#6b7280" } },
      { selector: "node[kind = 'person']", style: { shape: "ellipse" } },
      { selector: "node[kind = 'document']", style: { shape: "cut-rectangle" } },
      { selector: "node[?waiting]", style: { "background-color": "#fff", "border-style": "dashed" } },
      { selector: "edge", style: { width: "data(width)", "curve-style": "bezier", "target-arrow-shape": "triangle",
        "line-color": "data(colour)", "target-arrow-color": "data(colour)", "line-style": "data(line)", label: "data(title)", "font-size": 9, color: "#374151",
        "text-background-color": "#fff", "text-background-opacity": 0.85, "text-rotation": "autorotate" } },
      { selector: ".quiet", style: { label: "", "line-opacity": 0.35, "arrow-scale": 0.7 } },
      { selector: ".faded", style: { opacity: 0.12 } },
      { selector: "edge.near", style: { label: "data(title)", "line-opacity": 1 } },
      { selector: ":selected", style: { "border-width": 3, "border-color": "#dc2626", "line-color": "#dc2626",
        "target-arrow-color": "#dc2626", label: "data(short)" } },
      { selector: "edge:selected", style: { label: "data(title)" } },
    ],
  });

  function nodeElement(node) {
    const below = node.kind === "document" ? [shortIssuer(node), day(node.date), ...(units.get(node.id) || [])].filter(Boolean).join(", ")
      : (units.get(node.id) || []).join(", ") || day(node.deadline);
    const text = short(node.short, 70) + (below ? "\n" + short(below, 60) : "");
    const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / 21), 0);
    return { group: "nodes", data: { id: node.id, kind: node.kind, short: text, height: 16 + 14 * lines,
      waiting: node.kind === "document" && !node.source, colour: (KINDS[node.kind] || ["", "#fff"])[1] } };
  }

  const shortIssuer = (node) => (node.issuer || "").replace(/[Ủủ]y ban nhân dân|[Uu]ỷ ban nhân dân/, "UBND");
  const day = (text) => (/^\d{4}-\d\d-\d\d$/.test(text || "") ? text.split("-").reverse().join("/") : text || "");

  function edgeElement(edge, number) {
    const title = relation(edge.relation) + (edge.proofs.length > 1 ? " (" + edge.proofs.length + ")" : "");
    return { group: "edges", data: { id: "e" + number, source: edge.source, target: edge.target, relation: edge.relation,
      number: number, title: title, short: title, colour: drawn(edge.relation).colour,
      line: drawn(edge.relation).dashed ? "dashed" : "solid", width: Math.min(1 + Math.log2(edge.proofs.length + 1), 5) } };
  }

  // Units that only their own organ instructs stand in its box: by organ, their names.
  let units = new Map();
  function foldUnits(edges) {
    const others = new Set();
    for (const [edge] of edges) {
      for (const [one, other] of [[edge.source, edge.target], [edge.target, edge.source]]) {
        if (byId.get(one).unit_of !== other) { others.add(one); }
      }
    }
    return edges.filter(([edge]) => {
      const unit = byId.get(edge.target);
      if (!unit.unit_of || others.has(unit.id)) { return true; }
      const known = units.get(unit.unit_of) || units.set(unit.unit_of, []).get(unit.unit_of);
      if (!known.includes(unit.names[0])) { known.push(unit.names[0]); }
      return false;
    });
  }

  // Members of a class stand in its box, the first few by name.
  function foldMembers(edges) {
    const members = new Map();
    const kept = edges.filter(([edge]) => {
      if (edge.relation !== "member_of" || !byId.get(edge.target).class) { return true; }
      (members.get(edge.target) || members.set(edge.target, []).get(edge.target)).push(byId.get(edge.source).short);
      return false;
    });
    members.forEach((names, group) => {
      units.set(group, ["gồm " + names.slice(0, 3).join(", ") + (names.length > 3 ? " và " + (names.length - 3) + " cơ quan khác" : "")]);
    });
    return kept;
  }

  // All duties of a large dossier are a tangle: as long as no organ is chosen a document stands for its duties, with their
  // number, and an arrow for all that it hands on of another one.
  const homes = new Map(data.edges.filter((edge) => edge.relation === "assigns").map((edge) => [edge.target, edge.source]));
  const handed = new Map();
  for (const edge of data.edges.filter((edge) => edge.relation === "hands_on")) {
    const source = homes.get(edge.source), target = homes.get(edge.target);
    if (!source || !target || source === target) { continue; }
    const key = source + "\n" + target;
    const joined = handed.get(key) || handed.set(key, { source, target, relation: "hands_on", proofs: [] }).get(key);
    joined.proofs.push(...edge.proofs);
  }
  const allEdges = data.edges.concat([...handed.values()]);
  function foldDuties(edges) {
    const own = new Map();
    for (const [edge] of edges) {
      if (edge.relation === "assigns") { own.set(edge.source, (own.get(edge.source) || 0) + 1); }
    }
    own.forEach((count, document) => units.set(document, [count + " nhiệm vụ"]));
    if (!own.size) { return edges; }
    const dated = new Set(own.keys());
    return allEdges.map((edge, number) => [edge, number]).slice(data.edges.length)
      .filter(([edge]) => dated.has(edge.source) && dated.has(edge.target));
  }

  function chosen() {
    const kept = data.views[el("view").value] || [];
    let edges = data.edges.map((edge, number) => [edge, number]).filter(([edge]) => !kept.length || kept.includes(edge.relation));
    // A day keeps what papers of that time prove; what is proven by none of them goes.
    const from = el("from").value, to = el("to").value;
    if (from || to) {
      const within = (proof) => {
        const date = (byId.get(proof.document) || {}).date;
        return date && (!from || date >= from) && (!to || date <= to);
      };
      edges = edges.filter(([edge]) => edge.proofs.some(within));
    }
    const organ = el("organ").value;
    if (organ) {
      // The organ's own edges, and those of the duties that it has: what others do among themselves stays out.
      const centre = new Set([organ]);
      for (const [edge] of edges) {
        if (edge.target === organ && byId.get(edge.source).kind === "duty") { centre.add(edge.source); }
      }
      edges = edges.filter(([edge]) => centre.has(edge.source) || centre.has(edge.target));
    }
    units = new Map();
    if (!organ && el("view").value === "documents") {
      // A document's box names its issuer already.
      edges = edges.filter(([edge]) => edge.relation !== "issues" || !byId.get(edge.target).issuer);
    }
    if (!organ && el("view").value === "instructs") { edges = foldMembers(foldUnits(edges)); }
    if (!organ && el("view").value === "duties") { edges = foldDuties(edges); }
    const ids = new Set(edges.flatMap(([edge]) => [edge.source, edge.target]));
    units.forEach((_, home) => ids.add(home));
    const alone = !organ && !from && !to && (!kept.length || el("view").value === "documents");
    const nodes = data.nodes.filter((node) => ids.has(node.id) || (alone && (!kept.length || node.kind === "document")));
    return [nodes, edges];
  }

  // Layers from left to right: whoever instructs stands left of whom is instructed. Each layer is cut into columns.
  function place(nodes, edges) {
    const level = new Map(nodes.map((node) => [node.id, 0]));
    const forward = edges.map(([edge]) => (drawn(edge.relation).upward ? [edge.target, edge.source] : [edge.source, edge.target]));
    const tiered = nodes.every((node) => node.tier !== null);
    if (tiered) { nodes.forEach((node) => level.set(node.id, node.tier)); }
    for (let round = 0; round < (tiered ? 0 : 12); round += 1) {
      let moved = false;
      for (const [from, to] of forward) {
        const wanted = level.get(from) + 1;
        if (level.get(to) < wanted && wanted <= 8) { level.set(to, wanted); moved = true; }
      }
      if (!moved) { break; }
    }
    const layers = [];
    for (const node of nodes) { (layers[level.get(node.id)] = layers[level.get(node.id)] || []).push(node.id); }
    const rank = new Map(); const position = new Map(); let x = 0;
    const before = new Map();
    for (const [from, to] of forward) { (before.get(to) || before.set(to, []).get(to)).push(from); }
    const most = Math.max(Math.ceil(Math.sqrt(nodes.length) * 1.6), 8);
    const tallest = Math.min(Math.max(...layers.filter(Boolean).map((layer) => layer.length), 1), most);
    for (const [number, layer] of layers.filter(Boolean).entries()) {
      const weight = (id) => {
        const near = (before.get(id) || []).filter((other) => rank.has(other)).map((other) => rank.get(other));
        return near.length ? near.reduce((a, b) => a + b, 0) / near.length : 0;
      };
      layer.sort((a, b) => weight(a) - weight(b));
      const columns = Math.ceil(layer.length / most); const tall = Math.ceil(layer.length / columns);
      layer.forEach((id, index) => {
        // Every other layer sits half a row lower, so that an arrow across it does not run through its boxes.
        // What hangs on one thing fills row after row, near it; short columns are spread over the height.
        const row = Math.floor(index / columns); const step = 92 * Math.min(tallest / tall, 4);
        const y = (row - (tall - 1) / 2) * step + (number % 2) * 46;
        rank.set(id, y);
        position.set(id, { x: x + (index % columns) * 185 + (row % 2) * 14, y: y });
      });
      x += columns * 185 + 150;
    }
    return position;
  }

  function draw() {
    const [nodes, edges] = chosen();
    const position = place(nodes, edges);
    cy.startBatch();
    cy.elements().remove();
    cy.add(nodes.map((node) => Object.assign(nodeElement(node), { position: position.get(node.id) })));
    cy.add(edges.map(([edge, number]) => edgeElement(edge, number)));
    if (edges.length > 30) { cy.edges().addClass("quiet"); }
    cy.endBatch();
    cy.fit(undefined, 24);
    el("count").textContent = nodes.length + " ô, " + edges.length + " mũi tên";
  }

  function add(parent, tag, text, name) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (name) { made.className = name; }
    parent.append(made);
    return made;
  }

  function showProofs(parent, edge) {
    add(parent, "p", byId.get(edge.source).label + " → " + relation(edge.relation) + " → " + byId.get(edge.target).label, "edge");
    for (const proof of edge.proofs) {
      const box = add(parent, "div", proof.text || "(không có câu trong văn bản)", "proof");
      const place = byId.get(proof.document);
      const known = !proof.span && ["member_of", "succeeded_by"].includes(edge.relation);
      add(box, "cite", known ? "theo danh bạ" : (place ? place.label : proof.document) + (place && place.date ? ", " + day(place.date) : "")
        + (proof.span ? " [" + proof.span.join("–") + "]" : ""));
    }
  }

  function showNode(node) {
    const detail = el("detail");
    detail.replaceChildren();
    add(detail, "h2", node.label);
    const facts = [KINDS[node.kind][0], node.issuer, node.code, day(node.date), node.path, node.deadline && "hạn " + day(node.deadline),
      node.kind === "document" && !node.source ? "chưa có trong hồ sơ" : node.source].filter(Boolean);
    add(detail, "p", facts.join(" · "), "hint");
    const names = (node.names || []).filter((name) => name !== node.label);
    if (names.length) { add(detail, "p", "Còn viết: " + names.join("; "), "hint"); }
    const order = Object.keys(RELATIONS);
    const place = (edge) => (FIRST.includes(edge.relation) ? FIRST.indexOf(edge.relation) : 9 + order.indexOf(edge.relation));
    const own = data.edges.filter((edge) => edge.source === node.id || edge.target === node.id)
      .sort((a, b) => place(a) - place(b));
    own.slice(0, 60).forEach((edge) => showProofs(detail, edge));
    if (own.length > 60) { add(detail, "p", "… và " + (own.length - 60) + " quan hệ khác", "hint"); }
  }

  function light(node) {
    cy.elements().removeClass("faded");
    if (node) { cy.elements().not(node.closedNeighborhood()).addClass("faded"); }
  }

  function focus(id) {
    if (cy.getElementById(id).empty()) { el("view").value = "all"; ["organ", "from", "to"].forEach((name) => { el(name).value = ""; }); draw(); }
    const node = cy.getElementById(id);
    cy.elements().unselect();
    node.select();
    light(node);
    cy.animate({ center: { eles: node }, zoom: Math.max(cy.zoom(), 0.9) }, { duration: 250 });
    showNode(byId.get(id));
  }

  function search() {
    const wanted = fold(el("search").value).trim();
    el("found").replaceChildren();
    cy.elements().removeClass("faded");
    if (!wanted) { return; }
    const hits = data.nodes.filter((node) => fold([node.label, node.code].concat(node.names || []).join(" ")).includes(wanted));
    const ids = new Set(hits.map((node) => node.id));
    light(cy.nodes().filter((node) => ids.has(node.id())));
    hits.slice(0, 12).forEach((node) => {
      const button = add(add(el("found"), "li", ""), "button", short(node.label, 90));
      button.type = "button";
      button.addEventListener("click", () => focus(node.id));
    });
    if (!hits.length) { add(el("found"), "li", "Không tìm thấy.", "hint"); }
  }

  for (const name of Object.keys(data.views)) { const option = add(el("view"), "option", VIEWS[name] || name); option.value = name; }
  data.nodes.filter((node) => node.kind === "organ" || node.kind === "office")
    .sort((a, b) => a.label.localeCompare(b.label, "vi"))
    .forEach((node) => { const option = add(el("organ"), "option", short(node.label, 80)); option.value = node.id; });
  for (const [title, colour] of Object.values(KINDS)) {
    const item = add(el("legend"), "li", "");
    add(item, "i", "").style.background = colour;
    item.append(title);
  }
  for (const name of new Set(data.edges.map((edge) => edge.relation))) {
    const item = add(el("legend"), "li", "", "line");
    add(item, "i", "").style.borderTop = "2px " + (drawn(name).dashed ? "dashed " : "solid ") + drawn(name).colour;
    item.append(relation(name));
  }
  const first = data.edges.some((edge) => edge.relation === "instructs") ? "instructs" : "all";
  el("view").value = first;
  el("view").addEventListener("change", draw);
  el("organ").addEventListener("change", draw);
  el("from").addEventListener("change", draw);
  el("to").addEventListener("change", draw);
  el("search").addEventListener("input", search);
  cy.on("tap", "node", (event) => { light(event.target); showNode(byId.get(event.target.id())); });
  cy.on("tap", "edge", (event) => { el("detail").replaceChildren(); showProofs(el("detail"), allEdges[event.target.data("number")]); });
  cy.on("mouseover", "node", (event) => event.target.connectedEdges().addClass("near"));
  cy.on("mouseout", "node", (event) => event.target.connectedEdges().removeClass("near"));
  cy.on("tap", (event) => { if (event.target === cy) { light(null); } });
  draw();
})();
