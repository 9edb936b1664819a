/** Black on white, system fonts; nothing is told by colour alone. */
export const style = `
:root { color-scheme: light; font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; color: #1a1a1a; background: #fff; }
body { margin: 0 auto; max-width: 78rem; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
.language { border: 1px solid #767676; border-radius: 6px; display: inline-flex; gap: 1rem; padding: .2rem .8rem .4rem; }
body:has(#in-en:checked) main [lang="zh-CN"], body:has(#in-zh:checked) main [lang="en"] { display: none; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .4rem 0 1rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .6rem 0 .3rem; }
th, td { border-bottom: 1px solid #d0d0d0; padding: .25rem .7rem; text-align: left; font-weight: normal; white-space: nowrap; }
thead th { font-weight: 600; border-bottom: 2px solid #1a1a1a; }
.confusion th, .confusion td { padding: .15rem .4rem; text-align: right; font-size: .85rem; }
.confusion tbody tr:hover { background: #f2f2f2; }
.confusion td { min-width: 1.6rem; }
.confusion .right { border: 2px solid #1a1a1a; font-weight: 600; background: #eaf3ea; }
details { margin: .3rem 0; } summary { cursor: pointer; padding: .2rem 0; }
:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
figure { display: inline-block; margin: 0 2rem 1rem 0; vertical-align: top; } figcaption { font-weight: 600; }
svg { max-width: 100%; height: auto; }
@media print { .language { display: none; } }
`;
