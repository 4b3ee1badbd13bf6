/** The one style sheet of the hosted pages. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ink: #1a2233; --soft: #5b6478; --line: #d5dae3; --edge: #858ea0;
  --paper: #ffffff; --wash: #f5f7fa; --picture: #e6eaf1;
  --accent: #3b4fd8; --accent-deep: #2c3db0; --on-accent: #ffffff; --glow: rgb(59 79 216 / 30%);
  --alarm: #b3261e; --alarm-wash: #fdeceb; --alarm-line: #eab4b0;
  --note: #5a3600; --note-wash: #ffe3b3; --shade: rgb(26 34 51 / 6%);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  color: var(--ink);
  background: var(--paper);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8ebf3; --soft: #a6b0c5; --line: #343d50; --edge: #707b92;
    --paper: #171c27; --wash: #10141c; --picture: #2a3243;
    --accent: #a3b3ff; --accent-deep: #bfcaff; --on-accent: #10141c; --glow: rgb(163 179 255 / 35%);
    --alarm: #ffb0a9; --alarm-wash: #431c19; --alarm-line: #7d3731;
    --note: #ffd89a; --note-wash: #3f2f10; --shade: rgb(0 0 0 / 30%);
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; overflow-wrap: anywhere; }
.sandbox-note {
  margin: 0; padding: 6px 16px; text-align: center;
  font-size: 0.8125rem; font-weight: 600; color: var(--note); background: var(--note-wash);
}
h1, h2, p, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--accent-deep); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

.checkout { flex: 1; display: grid; }
.summary { background: var(--wash); padding: 24px 20px 28px; }
.payment { padding: 28px 20px 48px; }
.summary > *, .payment > * { max-width: 440px; margin-inline: auto; }
@media (min-width: 860px) {
  .checkout { grid-template-columns: 1fr 1fr; }
  .summary { padding: 56px 64px; }
  .payment { padding: 56px 64px; box-shadow: -12px 0 32px var(--shade); }
  .summary > * { margin-inline: auto 0; }
  .payment > * { margin-inline: 0 auto; }
}

.back { display: block; width: 100%; margin-bottom: 24px; color: var(--soft); text-decoration: none; font-weight: 500; }
.back:hover { color: var(--ink); text-decoration: underline; }
.summary h1 { font-size: 1rem; font-weight: 600; color: var(--soft); }
.grand-total { font-size: 2.25rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; margin-bottom: 28px; }
.lines { display: grid; gap: 18px; }
.lines li { display: grid; grid-template-columns: 56px 1fr auto; gap: 14px; align-items: start; }
.lines img, .no-image { width: 56px; height: 56px; border-radius: 8px; object-fit: cover; background: var(--picture); }
.no-image { display: block; }
.what, .amount { display: grid; font-size: 0.9375rem; min-width: 0; overflow-wrap: anywhere; }
.name { font-weight: 550; }
.amount { text-align: right; font-variant-numeric: tabular-nums; font-weight: 550; }
.shop-name { font-weight: 600; overflow-wrap: anywhere; }
.quantity-field { width: 5.5rem; padding: 4px 8px; }
.quantity, .each { color: var(--soft); font-size: 0.8125rem; font-weight: 400; }
.totals { margin-top: 24px; border-top: 1px solid var(--line); padding-top: 16px; display: grid; gap: 8px; font-size: 0.9375rem; }
.totals div { display: flex; justify-content: space-between; gap: 16px; font-variant-numeric: tabular-nums; }
.totals .due { border-top: 1px solid var(--line); padding-top: 12px; margin-top: 4px; font-weight: 650; }

.pay-form { display: grid; gap: 6px; }
.pay-form h2 { font-size: 1.125rem; font-weight: 600; margin: 18px 0 4px; }
.pay-form h2:first-of-type { margin-top: 0; }
label { font-size: 0.875rem; font-weight: 550; color: var(--soft); margin-top: 8px; }
input, select {
  width: 100%; font: inherit; color: inherit; background: var(--paper);
  padding: 11px 12px; border: 1px solid var(--edge); border-radius: 8px;
}
input:focus, select:focus { border-color: var(--accent); outline: 3px solid var(--glow); outline-offset: 0; }
::placeholder { color: var(--soft); opacity: 1; }
input[readonly] { background: var(--wash); color: var(--soft); }
input[aria-invalid="true"] { border-color: var(--alarm); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.pair > div { display: grid; gap: 6px; }
button, .button {
  display: block; width: 100%; margin-top: 24px; padding: 14px 16px; text-align: center; text-decoration: none;
  font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 8px; cursor: pointer;
}
button:hover, .button:hover { background: var(--accent-deep); }
button[aria-disabled="true"] { opacity: 0.65; cursor: progress; }
.problem {
  padding: 12px 14px; border-radius: 8px; border: 1px solid var(--alarm-line); background: var(--alarm-wash);
  color: var(--alarm); font-weight: 550; margin-bottom: 8px;
}
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { font-size: 1.125rem; font-weight: 600; padding: 18px 0 8px; }
.choices-list { display: grid; gap: 8px; }
.choice {
  display: flex; gap: 10px; align-items: center; margin: 0; padding: 11px 12px;
  border: 1px solid var(--edge); border-radius: 8px; color: var(--ink); cursor: pointer;
}
.choice:has(:checked) { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.choice input { width: auto; margin: 0; accent-color: var(--accent); }
.choice-label { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.choice-hint { display: block; font-weight: 400; color: var(--soft); }
.choice-hint:empty { display: none; }
.terms { margin-top: 14px; }
.terms:has([aria-invalid]) { border-color: var(--alarm); }
.holder { display: grid; gap: 6px; }
.choice-amount { font-variant-numeric: tabular-nums; }
.methods { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); margin-bottom: 4px; }
.method-part { display: grid; gap: 6px; }
.pay-form:has([name="method"]:checked) .method-part { display: none; }
.pay-form:has([name="method"][value="card"]:checked) .for-card,
.pay-form:has([name="method"][value="us_bank_account"]:checked) .for-us_bank_account,
.pay-form:has([name="method"][value="sepa_debit"]:checked) .for-sepa_debit,
.pay-form:has([name="method"][value="konbini"]:checked) .for-konbini,
.pay-form:has([name="method"][value="multibanco"]:checked) .for-multibanco,
.pay-form:has([name="method"][value="oxxo"]:checked) .for-oxxo,
.pay-form:has([name="method"][value="boleto"]:checked) .for-boleto { display: grid; }
.quiet {
  width: auto; margin: 0; padding: 9px 14px; background: var(--paper); color: var(--ink);
  border: 1px solid var(--edge); font-size: 0.875rem;
}
.quiet:hover { background: var(--wash); }
.scripted [name="update"] { display: none; }
.promotion { display: grid; grid-template-columns: 1fr auto; gap: 8px; align-items: center; margin-top: 20px; }
.promotion label { grid-column: 1 / -1; margin: 0; }
.promotion .code { font-weight: 550; overflow-wrap: anywhere; }
.promotion .problem { grid-column: 1 / -1; margin: 0; font-size: 0.875rem; }
.voucher { display: grid; gap: 10px; margin: 24px 0; padding: 18px 20px; text-align: left; background: var(--wash); border-radius: 10px; }
.voucher dt { color: var(--soft); font-size: 0.875rem; }
.voucher dd { font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.hint { color: var(--soft); font-size: 0.8125rem; text-align: center; margin-top: 10px; }

.message { flex: 1; width: min(100%, 460px); margin: auto; padding: 48px 20px; align-content: center; text-align: center; }
.message h1 { font-size: 1.5rem; line-height: 1.25; margin-bottom: 12px; }
.message p { color: var(--soft); }
.message .grand-total { color: var(--ink); margin: 8px 0; }
.choices { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.choices .fail { background: var(--paper); color: var(--ink); border: 1px solid var(--edge); }
.choices .fail:hover { background: var(--wash); }
@media (prefers-reduced-motion: no-preference) {
  input, button, .button { transition: border-color 0.12s, background-color 0.12s; }
}
`;
