// Looks at the built editor: pictures at three widths in light and dark, and an axe check of each page.
//   npm run build && npm run screenshots [-- FOLDER [SCENE…]]
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startMock } from '../mock/server.mjs';

const [folder = join(tmpdir(), 'shots'), ...wanted] = process.argv.slice(2);
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const port = 5099;
const widths = { 390: 844, 1280: 860, 1920: 1080 };

const openAll = (page) => page.evaluate(async () => {
  for (let round = 0; round < 4; round += 1) {
    document.querySelectorAll('article:first-of-type button[aria-expanded="false"]').forEach((button) => button.click());
    await new Promise((done) => setTimeout(done, 80));
  }
});

const showDecision = async (page) => {
  const button = page.getByRole('button', { name: 'Decision', exact: true });
  if (await button.isVisible()) await button.click();
};

const scenes = [
  { name: 'library', path: '/' },
  { name: 'library-nothing', path: '/', act: (page) => page.getByRole('searchbox').fill('liver') },
  { name: 'unknown-workflow', path: '/workflows/MirelFractureRisk' },
  { name: 'mirels-empty', path: '/workflows/MirelsFractureRisk' },
  { name: 'mirels-range', fixture: 'mirels-range' },
  { name: 'mirels-range-decision', fixture: 'mirels-range', act: async (page) => { await showDecision(page); await openAll(page); }, full: true },
  { name: 'agent-complete', fixture: 'agent-complete', act: showDecision, full: true },
  { name: 'agent-incomplete', fixture: 'agent-incomplete', act: showDecision, full: true },
  { name: 'agent-withheld', fixture: 'agent-withheld', act: showDecision },
  { name: 'agent-failed', fixture: 'agent-failed', act: showDecision },
  { name: 'agent-lesions', path: '/workflows/BoneTargetedAgent', act: async (page) => {
    await page.getByRole('switch', { name: /Show all facts/ }).check({ force: true });
    await page.getByRole('radio', { name: 'Listed below' }).check({ force: true });
    await page.getByRole('button', { name: 'Add lesion' }).scrollIntoViewIfNeeded();
  } },
  { name: 'connection-lost', fixture: 'mirels-range', act: async (page) => {
    await page.route('**/api/**', (route) => route.abort());
    await page.getByLabel('Cortical involvement', { exact: true }).fill('81');
    await page.getByText('Connection lost').waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
  } },
  { name: 'agent-refused', fixture: 'agent-complete', act: (page) => page.getByLabel('Creatinine clearance', { exact: true }).fill('2550') },
];

const draftOf = (facts) => Object.fromEntries(Object.entries(facts).map(([input, values]) => [input, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, entryOf(value)]))]));

function entryOf(value) {
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return typeof value === 'number' ? { kind: 'number', text: String(value), unit: null } : { kind: 'choice', value };
}

mkdirSync(folder, { recursive: true });
const server = await startMock({ port, dist });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
let violations = 0;

async function lookAt(width, height, colorScheme) {
    for (const scene of scenes) {
      if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
      const context = await browser.newContext({ viewport: { width: Number(width), height }, colorScheme, reducedMotion: 'reduce', hasTouch: width === '390' });
      const page = await context.newPage();
      const where = `${scene.name}-${width}-${colorScheme}`;
      page.on('console', (message) => { if (message.type() === 'error' && !/the server responded with a status|ERR_FAILED/.test(message.text())) report(where, 'console', message.text()); });
      page.on('pageerror', (error) => { report(where, 'error', error.message); });
      const fixture = scene.fixture && JSON.parse(readFileSync(new URL(`../mock/fixtures/${scene.fixture}.json`, import.meta.url), 'utf8'));
      if (fixture) {
        const saved = JSON.stringify({ draft: draftOf(fixture.request.facts), asOf: fixture.request.asOf });
        await page.addInitScript(([key, value]) => { sessionStorage.setItem(key, value); }, [`bonemets.facts.1.${fixture.workflow}`, saved]);
      }
      await page.goto(`http://127.0.0.1:${port}${scene.path ?? `/workflows/${fixture.workflow}`}`);
      await page.getByRole('heading', { level: 1 }).or(page.getByRole('heading', { level: 2 })).first().waitFor();
      await page.waitForTimeout(250);
      await scene.act?.(page);
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(folder, `${where}.png`), fullPage: scene.full && width === '390' });
      await check(page, where);
      await context.close();
    }
}

await Promise.all(Object.entries(widths).flatMap(([width, height]) => ['light', 'dark'].map((scheme) => lookAt(width, height, scheme))));
await browser.close();
server.close();
console.log(`pictures in ${folder}; ${violations} problems`);
process.exitCode = violations > 0 ? 1 : 0;

async function check(page, where) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  for (const violation of found.violations)
    report(where, violation.id, violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`).join(' | '));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) report(where, 'overflow', `the page is ${overflow} px wider than the window`);
}

function report(where, what, detail) {
  violations += 1;
  console.log(`${where}: ${what}: ${detail}`);
}
