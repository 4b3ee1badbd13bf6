/** The panel's style sheet; light or dark as the system prefers. */
export const panelStyle = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1a2233, #e7eaf2);
  --soft: light-dark(#566075, #a3adc2);
  --line: light-dark(#d9dee8, #333c4f);
  --edge: light-dark(#858ea0, #6d788f);
  --paper: light-dark(#ffffff, #1a202d);
  --wash: light-dark(#f3f5f9, #11151e);
  --accent: light-dark(#3547c9, #9fb0ff);
  --on-accent: light-dark(#ffffff, #11151e);
  --good: light-dark(#0c5f3a, #7fe0ad); --good-wash: light-dark(#dcf5e7, #123524);
  --calm: light-dark(#2c3db0, #b3c0ff); --calm-wash: light-dark(#e5e9ff, #222b52);
  --waiting: light-dark(#6b4400, #ffd48a); --waiting-wash: light-dark(#ffecc9, #42300d);
  --bad: light-dark(#a11a12, #ffaca5); --bad-wash: light-dark(#fde4e2, #4a1c19);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  color: var(--ink);
  background: var(--wash);
}
*, *::before, *::after { box-sizing: border-box; }
html { overflow-anchor: none; scroll-padding-top: 12px; }
body { margin: 0; }
h1, h2, h3, p, ul, ol, dl, dd, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

header, main { max-width: 1320px; margin-inline: auto; padding-inline: 16px; }
header { padding-block: 20px 14px; display: grid; grid-template-columns: 1fr auto; gap: 4px 24px; align-items: center; }
h1 { font-size: 1.375rem; line-height: 1.25; letter-spacing: -0.01em; grid-column: 1 / -1; }
header > p, header > noscript { grid-column: 1 / -1; color: var(--waiting); font-weight: 550; }
nav { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 10px; }
nav a { padding-block: 4px; }
.live { display: flex; gap: 10px; align-items: center; justify-content: end; margin-top: 10px; color: var(--soft); font-size: 0.875rem; }
.live button { padding: 4px 12px; }
@media (max-width: 700px) {
  header { grid-template-columns: 1fr; }
  .live { justify-content: space-between; }
}
main { padding-bottom: 88px; }

.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 14px 16px; }
.controls { display: grid; gap: 12px; align-items: start; }
.search { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 16px 0 8px; }
.search label { font-weight: 600; }
.search input { flex: 1 1 180px; max-width: 380px; }
.columns { display: grid; gap: 28px; }
.columns > section { min-width: 0; }
.columns h2 { font-size: 1.125rem; margin: 8px 0 10px; }
.count { color: var(--soft); font-weight: 400; margin-left: 4px; }
.list { display: grid; gap: 10px; }
@media (min-width: 1000px) {
  .controls { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .columns { grid-template-columns: 1fr 1fr; }
}

.control > summary { display: flex; align-items: center; justify-content: space-between; gap: 12px; cursor: pointer; list-style: none; }
.control > summary::-webkit-details-marker { display: none; }
.control h2 { font-size: 1rem; }
.control h2::before { content: "▸"; display: inline-block; width: 1.1em; color: var(--soft); }
.control[open] > summary h2::before { content: "▾"; }
.control > :not(summary) { margin-top: 12px; }
.endpoints { display: grid; gap: 20px; }
.endpoints h3 { font-size: 0.9375rem; overflow-wrap: anywhere; }
.endpoints form { margin-top: 10px; }

.headline { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; }
.amount { font-size: 1.125rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.type { font-weight: 600; overflow-wrap: anywhere; }
.when { margin-left: auto; color: var(--soft); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.who { display: flex; flex-wrap: wrap; gap: 0 14px; overflow-wrap: anywhere; }
.order, .about, .hint, .empty { color: var(--soft); font-size: 0.8125rem; overflow-wrap: anywhere; }
.who > span, .facts dd { min-width: 0; unicode-bidi: isolate; }
.badge { display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: 0.8125rem; font-weight: 600; }
.badge.good { color: var(--good); background: var(--good-wash); }
.badge.calm { color: var(--calm); background: var(--calm-wash); }
.badge.waiting { color: var(--waiting); background: var(--waiting-wash); }
.badge.bad { color: var(--bad); background: var(--bad-wash); }
.badge.off { color: var(--soft); background: var(--wash); }
.list summary { cursor: pointer; color: var(--soft); font-size: 0.875rem; width: fit-content; padding-block: 3px; }
.facts { display: grid; gap: 4px; margin-block: 6px; font-size: 0.875rem; }
.facts div { display: grid; grid-template-columns: minmax(100px, 3fr) 8fr; gap: 10px; }
.facts dt { color: var(--soft); overflow-wrap: anywhere; }
.facts dd { overflow-wrap: anywhere; max-height: 7.5em; overflow-y: auto; }
.links { display: flex; gap: 16px; }
.deliveries { display: grid; gap: 10px; margin-top: 6px; font-size: 0.875rem; }
pre { max-height: 140px; overflow: auto; margin-top: 4px; padding: 8px 10px; border-radius: 8px; background: var(--wash); font-size: 0.8125rem; white-space: pre-wrap; overflow-wrap: anywhere; }

.foot { display: flex; flex-wrap: wrap; gap: 6px 16px; justify-content: space-between; align-items: start; margin-top: 4px; }
.foot > details[open], .actions:has(details[open]) { flex-basis: 100%; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
.actions:empty { display: none; }
.actions > form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.actions details[open] { flex-basis: 100%; }
.folded > summary { display: flex; align-items: center; width: fit-content; list-style: none; color: inherit; }
.folded > summary::-webkit-details-marker { display: none; }
.folded { margin-top: 8px; }
.actions > .folded { margin: 0; }
.folded > form { margin-top: 10px; padding: 12px; border: 1px solid var(--line); border-radius: 10px; }
.fields { display: grid; gap: 10px; margin-bottom: 12px; }
.actions > form > .fields { margin: 0; max-width: 240px; }
.field { display: grid; gap: 3px; min-width: 0; }
.field.switch { grid-template-columns: 20px 1fr; column-gap: 8px; align-items: center; }
.field.switch .hint { grid-column: 2; }
.field label { font-size: 0.875rem; font-weight: 550; }
.with-unit { display: flex; align-items: center; gap: 8px; color: var(--soft); }
input, select {
  width: 100%; min-width: 0; min-height: 36px; padding: 6px 10px; font: inherit; color: var(--ink);
  background: var(--paper); border: 1px solid var(--edge); border-radius: 8px;
}
input[type="checkbox"] { width: 20px; height: 20px; min-height: 0; margin: 0; accent-color: var(--accent); }
::placeholder { color: var(--soft); opacity: 1; }
button, .folded > summary {
  min-height: 34px; padding: 5px 14px; font: inherit; font-size: 0.875rem; font-weight: 600; cursor: pointer;
  color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 8px;
}
button:hover, .folded > summary:hover { background: var(--wash); }
button.strong, .folded > summary.strong { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button.strong:hover, .folded > summary.strong:hover { filter: brightness(0.93); }
button.danger, .folded > summary.danger { color: var(--bad); border-color: currentcolor; }
button[aria-disabled="true"] { opacity: 0.6; cursor: progress; }
button[aria-pressed="true"] { background: var(--waiting-wash); color: var(--waiting); }
.control form + form { margin-top: 8px; }
.control .danger, .control .quiet { width: 100%; }
.notice { padding: 12px 16px; border-radius: 10px; color: var(--waiting); background: var(--waiting-wash); }
.toast {
  position: fixed; inset-inline: 16px; bottom: 16px; width: fit-content; max-width: 640px; margin-inline: auto;
  padding: 10px 16px; border-radius: 10px; overflow-wrap: anywhere; color: var(--good); background: var(--good-wash);
  box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
}
.toast:empty { padding: 0; box-shadow: none; }
.toast.bad { color: var(--bad); background: var(--bad-wash); }
`;
