import { access } from 'node:fs/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Field } from '@tongban/form-model';
import { signInTestStaff } from '../server/src/kernel/identity/testing/test-accounts.ts';
import { call } from './lib/client.ts';
import { atMost, medianOf, note, type Figure } from './lib/figures.ts';
import type { Bench } from './submit.ts';
import type { SignedIn } from './world.ts';

const fieldCount = 300;
const nodeCount = 150;
/** Letters typed into a name; the first few warm up. */
const keys = 25;
const warmUp = 5;
/** Within this people take an answer for immediate, ms. */
const immediate = 100;
const executable = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell';

/** A form of 300 fields, every third of them shown under a condition, in sections of thirty. */
function largeForm(): object {
  const fields = Array.from({ length: fieldCount }, (_, at): Field => {
    const base = { id: `f${at}`, label: `栏目 ${at + 1}` };
    if (at % 3 === 0) return { ...base, type: 'number' };
    return { ...base, type: 'text', maxLength: 100, ...(at % 3 === 1 ? { visibleWhen: `f${at - 1} > 10` } : {}) };
  });
  const sections = Array.from({ length: fieldCount / 30 }, (_, at) => ({
    id: `s${at}`, title: `第 ${at + 1} 组`, rows: fields.slice(at * 30, at * 30 + 30).map((field) => ({ cells: [{ kind: 'field', field }] })),
  }));
  return { formatVersion: 1, title: '三百个栏目', sections };
}

/** A process of 150 nodes in rows of ten. */
function largeProcess(): string {
  const ids = Array.from({ length: nodeCount }, (_, at) => (at === 0 ? 'Start' : at === nodeCount - 1 ? 'End' : `Step_${at}`));
  const placed = ids.map((id, at) => ({ id, x: 100 + (at % 10) * 170, y: 80 + Math.floor(at / 10) * 140, size: id === 'Start' || id === 'End' ? 36 : 80 }));
  const nodes = ids.map((id) => {
    if (id === 'Start') return '<bpmn:startEvent id="Start" name="提交申请" />';
    if (id === 'End') return '<bpmn:endEvent id="End" name="办结" />';
    return `<bpmn:userTask id="${id}" name="环节 ${id.slice(5)}" tongban:step="review"><bpmn:extensionElements><tongban:candidate post="review" organisation="=departments.lead" /></bpmn:extensionElements></bpmn:userTask>`;
  });
  const flows = ids.slice(1).map((id, at) => `<bpmn:sequenceFlow id="Flow_${at}" sourceRef="${ids[at]}" targetRef="${id}" />`);
  const shapes = placed.map(({ id, x, y, size }) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${size === 80 ? 100 : 36}" height="${size}" /></bpmndi:BPMNShape>`);
  const edges = placed.slice(1).map(({ x, y }, at) => {
    const from = placed[at] ?? { x, y };
    return `<bpmndi:BPMNEdge id="Flow_${at}_di" bpmnElement="Flow_${at}"><di:waypoint x="${from.x + 50}" y="${from.y + 40}" /><di:waypoint x="${x + 50}" y="${y + 40}" /></bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:tongban="urn:tongban:bpmn:1" id="Definitions" targetNamespace="urn:tongban:process">
<bpmn:process id="large" name="一百五十个环节" isExecutable="true">${nodes.join('')}${flows.join('')}</bpmn:process>
<bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="large">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}

/** A draft whose form has 300 fields; gives its version. */
async function draftForm({ origin, world }: Bench, officer: SignedIn): Promise<string> {
  const { versionId, revision } = await call<{ versionId: string; revision: number }>(origin, 'POST', `/api/v1/catalog/items/${world.itemId}/versions`, officer, {});
  const { elements } = await call<{ elements: { forms: { key: string }[] } }>(origin, 'GET', `/api/v1/catalog/versions/${versionId}`, officer);
  const [form] = elements.forms;
  await call(origin, 'PUT', `/api/v1/catalog/versions/${versionId}`, officer, { revision, elements: { ...elements, forms: [{ ...form, key: 'large', definition: largeForm() }] } });
  return versionId;
}

/** Opens a page; gives the ms until as many parts of the design are drawn. */
async function open(page: Page, address: string, parts: string, count: number): Promise<number> {
  const from = performance.now();
  await page.goto(address);
  await page.waitForFunction(`document.querySelectorAll(${JSON.stringify(parts)}).length >= ${count}`, undefined, { timeout: 60_000, polling: 50 });
  return performance.now() - from;
}

/** In the page: notes for each key the ms until the frame after the one that draws it. */
const watchKeys = `window.seen = [];
document.addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => requestAnimationFrame(() => window.seen.push(performance.now() - timeStamp))), { capture: true });`;

/** Types into the field that has the focus; gives the median ms from a key to the picture that shows it. */
async function typeLetters(page: Page): Promise<number> {
  await page.evaluate(watchKeys);
  for (let key = 0; key < keys; key += 1) await page.keyboard.press('a', { delay: 20 });
  await page.waitForFunction(`window.seen.length >= ${keys}`);
  return medianOf((await page.evaluate<number[]>('window.seen')).slice(warmUp));
}

async function measureForm(page: Page, bench: Bench, officer: SignedIn): Promise<Figure[]> {
  const versionId = await draftForm(bench, officer);
  const opened = await open(page, `${bench.origin}/workbench/catalogue/versions/${versionId}/forms/large`, '.fd-canvas .fd-card', fieldCount);
  await page.locator('.fd-canvas .fd-card').nth(150).click();
  await page.locator('.fd-right').getByLabel('名称', { exact: true }).focus();
  const perKey = await typeLetters(page);
  return [atMost(`form designer: a key with ${fieldCount} fields`, perKey, 'ms', immediate), note('form designer: opened', opened, 'ms')];
}

async function measureProcess(page: Page, { origin }: Bench, officer: SignedIn): Promise<Figure[]> {
  const { draftId } = await call<{ draftId: string }>(origin, 'POST', '/api/v1/processes', officer, { key: 'large', xml: largeProcess() });
  const opened = await open(page, `${origin}/workbench/processes/drafts/${draftId}`, '.diagram .djs-shape', nodeCount);
  await page.getByRole('region', { name: '图形清单' }).getByRole('button', { name: '环节 75', exact: true }).click();
  await page.getByRole('region', { name: '环节 75' }).getByLabel('名称', { exact: true }).focus();
  const perKey = await typeLetters(page);
  return [atMost(`process designer: a key with ${nodeCount} nodes`, perKey, 'ms', immediate), note('process designer: opened', opened, 'ms')];
}

async function seat(browser: Browser, { origin }: Bench, { token }: SignedIn): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', bypassCSP: true });
  await context.addCookies([{ name: 'tb_session', value: token, url: origin }]);
  return context.newPage();
}

/** What designers answer like in Debian's Chromium with 300 fields and 150 nodes; nothing where there is no Chromium. */
export async function measureDesigners(bench: Bench): Promise<Figure[]> {
  if (!await access(executable).then(() => true, () => false)) {
    bench.log(`designers: not measured, no Chromium at ${executable}`);
    return [];
  }
  const { id, headers } = await signInTestStaff(bench.platform.kernel, { roles: ['item-administrator'] });
  const officer = { id, token: headers.authorization.slice(7) };
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await seat(browser, bench, officer);
    return [...await measureForm(page, bench, officer), ...await measureProcess(page, bench, officer)];
  } finally {
    await browser.close();
  }
}
