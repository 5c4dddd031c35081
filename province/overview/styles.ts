import { createHash } from 'node:crypto';
import type { Markup } from './markup.ts';

const styles = `
:root { color-scheme: light dark; --paper: #f6f5f2; --card: #fff; --ink: #1d2327; --soft: #5b656d; --line: #e2e0da;
  --accent: #0b5f8a; --done: #1c7a43; --question: #8a5300; --question-paper: #fff3dc; --refused: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181b; --card: #1d2327; --ink: #e9ecee; --soft: #a3adb5;
  --line: #323a40; --accent: #7cc4ea; --done: #6fce95; --question: #f2b75c; --question-paper: #3a2d14; --refused: #ff8f85; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 Be Vietnam Pro, Segoe UI, system-ui, sans-serif;
  font-variant-numeric: tabular-nums; }
header, main, footer { max-width: 1240px; margin: 0 auto; padding: 0 24px; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 24px; padding-top: 20px; }
h1 { margin: 0; font-size: 24px; letter-spacing: -.01em; }
h1 span { color: var(--soft); font-weight: 400; }
h2 { margin: 0 0 8px; font-size: 15px; color: var(--soft); font-weight: 600; }
header p, footer { color: var(--soft); }
a { color: var(--accent); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 12px; margin: 12px 0; }
.figures div, section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.figures div { padding: 14px 18px; }
.figures dt { color: var(--soft); }
.figures dd { margin: 0; font-size: 32px; line-height: 1.2; font-weight: 600; }
.figures .question { background: var(--question-paper); border-color: var(--question); }
.figures .question dd { color: var(--question); }
section { padding: 14px 18px; margin: 12px 0; min-width: 0; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(380px, 1fr)); gap: 0 12px; align-items: start; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; color: var(--soft); font-weight: 500; font-size: 13px; }
th, td { padding: 7px 14px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
td b { font-weight: 600; }
td small { display: block; color: var(--soft); font-size: 13px; }
.tag + small { display: inline; }
th, .number, .code { white-space: nowrap; }
.tag { display: inline-block; padding: 0 8px; border: 1px solid; border-radius: 99px; font-size: 13px; white-space: nowrap; }
.done { color: var(--done); } .question { color: var(--question); } .refused { color: var(--refused); } .open { color: var(--accent); }
i { display: inline-block; width: 9px; height: 9px; margin-right: 8px; border-radius: 50%; border: 2px solid; background: currentcolor; }
i.idle { color: var(--soft); background: none; }
.empty { margin: 0; color: var(--soft); }
footer { padding-top: 8px; padding-bottom: 28px; font-size: 13px; }
`;

/** The overview's style sheet. Not part of a template: its text must stay, to the letter, what was hashed. */
export const styleElement: Markup = { html: `<style>${styles}</style>` };

/** The source by which a Content-Security-Policy knows it. */
export const styleSource = `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
