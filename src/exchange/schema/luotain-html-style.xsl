<?xml version="1.0" encoding="UTF-8"?>
<!--
  How a report looks: on a screen, light and dark, and on paper.
  SPDX-License-Identifier: EUPL-1.2
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="urn:luotain:workbook:1"
                xmlns:r="urn:luotain:report:1"
                exclude-result-prefixes="w r">

  <xsl:template name="style">
:root { color-scheme: light dark; --ink: #1e2328; --soft: #565e66; --line: #c9ced3; --shade: #f3f5f6; --link: #1a5fb4; --page: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaec; --soft: #aab1b8; --line: #454b52; --shade: #24282d; --link: #8cc0ff; --page: #17191c; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 72rem; background: var(--page); color: var(--ink); font: 1rem/1.6 Cantarell, "Source Sans 3", "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .5em; text-wrap: balance; }
h1, h3, h4 { max-width: 50rem; }
h1 { font-size: 2.1rem; margin-top: 0; }
h2 { font-size: 1.6rem; border-top: 2px solid var(--line); padding-top: 1.2rem; margin-top: 3rem; }
h3 { font-size: 1.3rem; }
h4 { font-size: 1.1rem; }
.entry h4 { font-size: 1rem; margin: 0 0 .3em; }
h3::first-letter, h4::first-letter { text-transform: uppercase; }
p, ul, dl, .note { max-width: 66ch; }
p { margin: 0 0 .8em; white-space: pre-line; }
ul { margin: 0 0 1em; padding-left: 1.3em; }
li ul { margin-bottom: .2em; }
li, dd { overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: .5rem 1rem; }
.subtitle { font-size: 1.15rem; color: var(--soft); }
.aside { color: var(--soft); }
p.aside { margin-bottom: .2em; }
.note { border-left: 3px solid var(--line); padding-left: 1rem; color: var(--soft); }
dl { margin: 0 0 1em; }
dd { margin: 0; }
.facts { max-width: none; display: flex; flex-wrap: wrap; gap: .2rem 2rem; }
.facts div { display: flex; flex-wrap: wrap; gap: 0 .5em; }
.facts dt { color: var(--soft); }
.facts dt::first-letter { text-transform: uppercase; }
.facts dt::after { content: ":"; }
.texts &gt; div { border-top: 1px solid var(--line); padding: .8rem 0 .3rem; }
.texts dt { font-weight: 600; margin-bottom: .2em; }
.texts dt::first-letter { text-transform: uppercase; }
.chain p { margin-bottom: .3em; }
.chain &gt; li { margin-bottom: .8em; }
.article { margin-bottom: 3rem; }
figure { margin: 1.5rem 0; }
figcaption { color: var(--soft); max-width: 66ch; margin-top: .5rem; }
svg.map { display: block; width: 100%; min-width: 58rem; height: auto; }
.map a { cursor: pointer; }
.map .halo { fill: var(--link); fill-opacity: 0; }
.map a:hover .halo, .map a:focus .halo { fill-opacity: .3; }
.map a:focus { outline: none; }
.map a:focus .halo { stroke: var(--link); stroke-width: 2; }
:target { background: var(--shade); }
.entry { border-top: 1px solid var(--line); padding: 1rem 0 .4rem; }
.wide { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; min-width: 44rem; font-size: .95rem; line-height: 1.45; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { border: 1px solid var(--line); padding: .5rem .65rem; text-align: left; vertical-align: top; }
thead th, th.head { background: var(--shade); }
tbody th { font-weight: 600; }
th::first-letter { text-transform: uppercase; }
th .aside { font-weight: normal; }
td ul { list-style: none; padding: 0; margin: 0; }
td li + li { margin-top: .3rem; }
@media print {
  :root { --ink: #000; --soft: #333; --line: #888; --shade: #eee; --link: #000; --page: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
  .screen { display: none; }
  figure { break-inside: avoid; }
  svg.map { min-width: 0; }
  .wide { overflow: visible; }
  table { min-width: 0; font-size: 8.5pt; line-height: 1.3; }
  th, td { padding: .3rem .4rem; overflow-wrap: anywhere; hyphens: auto; }
  p, ul, dl, .note { max-width: 85ch; }
  h2 { break-before: page; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  tr, .entry, .texts &gt; div { break-inside: avoid; }
  a { text-decoration: none; }
}
</xsl:template>

</xsl:stylesheet>
