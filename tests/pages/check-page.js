// check-page.js PAGE…: looks at each page in Chromium, with axe and on its own; prints one line a fault.
'use strict';
const { readFileSync } = require('fs');
const { pathToFileURL } = require('url');
const { chromium } = require('playwright-core');

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [
  { name: '320 px', width: 320, size: '100%' },
  { name: '200 % of the page', width: 640, size: '100%' },
  { name: '200 % of the text', width: 1280, size: '200%' },
];

let faults = 0;

function fault(page, text) {
  faults += 1;
  console.log(`${page}: ${text}`);
}

async function open(browser, file, scheme) {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1280, height: 800 }, offline: true });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) fault(file, `asks for ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') fault(file, message.text());
  });
  await page.goto(pathToFileURL(file).href);
  return page;
}

async function runAxe(page, file, scheme) {
  await page.evaluate(axe);
  const results = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), TAGS);
  for (const violation of results.violations)
    for (const node of violation.nodes.slice(0, 5))
      fault(file, `axe, ${scheme}: ${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`);
}

// What axe does not look at: the page as a whole never scrolls sideways.
async function checkWidths(page, file) {
  for (const { name, width, size } of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page.evaluate((text) => {
      document.documentElement.style.fontSize = text;
      const root = document.scrollingElement;
      const wide = [...document.querySelectorAll('body *')].filter((element) =>
        element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('.wide') && !element.closest('.skip'));
      return { wide: root.scrollWidth > root.clientWidth, by: wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)) };
    }, size);
    if (found.wide) fault(file, `scrolls sideways at ${name}: ${found.by.join(' | ')}`);
  }
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await page.setViewportSize({ width: 1280, height: 800 });
}

// The first stop leads past everything to the content; every stop is named and shows that it is there.
async function checkKeyboard(page, file) {
  await page.evaluate(() => { window.scrollTo(0, 0); document.activeElement.blur(); });
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const style = getComputedStyle(element);
      const halo = element.querySelector('.halo');
      const labels = (element.getAttribute('aria-labelledby') || '').split(' ').map((id) => document.getElementById(id));
      return {
        what: element.outerHTML.slice(0, 120),
        skip: element.classList.contains('skip'),
        name: element.getAttribute('aria-label') || labels.map((label) => (label ? label.textContent : '')).join('') || element.textContent.trim(),
        shown: style.outlineStyle !== 'none' || (halo !== null && getComputedStyle(halo).stroke !== 'none'),
        left: element.getBoundingClientRect().left,
      };
    });
    if (at === null) break;
    if (stop === 0 && !at.skip) fault(file, `the first stop is not the way past the contents: ${at.what}`);
    if (stop === 0 && at.left < 0) fault(file, 'the way past the contents does not show');
    if (!at.name) fault(file, `a stop without a name: ${at.what}`);
    if (!at.shown) fault(file, `a stop that does not show: ${at.what}`);
  }
}

async function checkWhole(page, file) {
  const found = await page.evaluate(() => {
    const bad = [];
    const ids = new Set();
    for (const element of document.querySelectorAll('[id]')) {
      if (ids.has(element.id)) bad.push(`the id ${element.id} stands twice`);
      ids.add(element.id);
    }
    for (const link of document.querySelectorAll('a'))
      if ((link.getAttribute('href') || '').startsWith('#') && !ids.has(link.getAttribute('href').slice(1)))
        bad.push(`a link leads nowhere: ${link.outerHTML.slice(0, 120)}`);
    for (const table of document.querySelectorAll('table')) {
      if (!table.caption) bad.push('a table without a caption');
      if (table.querySelector('th:not([scope])')) bad.push('a header without a scope');
      const columns = [...table.rows[0].cells].reduce((sum, cell) => sum + cell.colSpan, 0);
      const reached = new Map(); // cells that cells of earlier rows reach down to
      [...table.rows].forEach((row, index) => {
        const width = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, reached.get(index) || 0);
        for (const cell of row.cells)
          for (let below = 1; below < cell.rowSpan; below += 1)
            reached.set(index + below, (reached.get(index + below) || 0) + cell.colSpan);
        if (width !== columns) bad.push(`a row of ${width} cells in a table of ${columns}: ${row.textContent.slice(0, 80)}`);
      });
    }
    if (document.querySelectorAll('h1').length !== 1) bad.push('not one h1');
    let level = 0;
    for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
      const now = Number(heading.tagName[1]);
      if (now > level + 1) bad.push(`a heading jumps from ${level} to ${now}: ${heading.textContent}`);
      level = now;
    }
    if (document.querySelector('script, [onclick], iframe, object, embed, link')) bad.push('more than text');
    return bad;
  });
  found.slice(0, 10).forEach((text) => fault(file, text));
}

async function checkPrint(page, file) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 960 });
  const found = await page.evaluate(() => ({
    shown: [...document.querySelectorAll('.screen')].filter((element) => element.getClientRects().length > 0).length,
    wide: [...document.querySelectorAll('.wide')].filter((element) => element.scrollWidth > document.body.clientWidth + 2)
      .map((element) => element.getAttribute('aria-labelledby')),
  }));
  if (found.shown) fault(file, 'what is for the screen is printed');
  found.wide.forEach((id) => fault(file, `does not fit on paper: ${id}`));
  await page.emulateMedia({ media: 'screen' });
}

async function main() {
  const browser = await chromium.launch({ executablePath: process.env.LUOTAIN_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  for (const file of process.argv.slice(2)) {
    const page = await open(browser, file, 'light');
    await checkWhole(page, file);
    await runAxe(page, file, 'light');
    await checkKeyboard(page, file);
    await checkWidths(page, file);
    await checkPrint(page, file);
    await page.context().close();
    const dark = await open(browser, file, 'dark');
    await runAxe(dark, file, 'dark');
    await dark.context().close();
  }
  await browser.close();
  process.exit(faults ? 1 : 0);
}

main().catch((error) => {
  console.log(error.stack);
  process.exit(2);
});
