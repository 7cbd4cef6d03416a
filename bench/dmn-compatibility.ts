import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compileRuleSet, evaluateRuleSet, type RuleSet, sameValue } from '@tongban/decision-tables';
import { readDmn, type ReadDmnResult } from '@tongban/dmn-model';
import { readTestCases, type ResultNode, type TestCase } from './lib/dmn-test-cases.ts';

/**
 * Runs the DMN Technology Compatibility Kit through the platform's own reader, compiler and evaluation:
 * `npx tsx bench/dmn-compatibility.ts FOLDER [--list]`, FOLDER being a checkout of the kit or any folder below it. `refused`
 * counts results that the kit wants to be null and the platform calls a failure by name.
 */
type Verdict = 'passed' | 'refused' | 'failed' | 'not supported';

interface Judged {
  readonly verdict: Verdict;
  readonly name: string;
  readonly reason: string;
}

const print = (line: string): void => { process.stdout.write(`${line}\n`); };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: 'boolean', default: false } } });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('usage: npx tsx bench/dmn-compatibility.ts FOLDER [--list]');
  const judged: Judged[] = [];
  for (const file of await listModels(folder)) judged.push(...await judgeModel(file));
  if (values.list) for (const { verdict, name, reason } of judged) print(`${verdict.padEnd(13)} ${name}${reason === '' ? '' : `: ${reason}`}`);
  summarize(judged);
}

async function listModels(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.dmn')).map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
}

async function judgeModel(file: string): Promise<Judged[]> {
  const folder = path.dirname(file);
  const tests = (await readdir(folder)).filter((name) => name.endsWith('.xml')).toSorted();
  const model = await readDmn(await readFile(file, 'utf8'));
  const judged: Judged[] = [];
  for (const test of tests) {
    const { modelName, cases } = readTestCases(await readFile(path.join(folder, test), 'utf8'));
    if (modelName !== path.basename(file)) continue;
    for (const testCase of cases) {
      for (const node of testCase.results) judged.push({ ...judge(model, testCase, node), name: `${path.basename(path.dirname(folder))}/${path.basename(folder)} ${testCase.id} ${node.name}` });
    }
  }
  return judged;
}

function judge(model: ReadDmnResult, testCase: TestCase, node: ResultNode): Omit<Judged, 'name'> {
  if (!model.ok) return { verdict: 'not supported', reason: model.message };
  if (testCase.type !== 'decision') return { verdict: 'not supported', reason: testCase.type };
  const leftOut = model.leftOut.find(({ name }) => name === node.name);
  const ruleSet = narrow(model.ruleSet, node.name);
  if (ruleSet === undefined) return { verdict: 'not supported', reason: leftOut?.reason ?? '没有这个决策' };
  const compiled = compileRuleSet(ruleSet);
  if (!compiled.ok) {
    const reason = compiled.problems[0]?.code ?? '';
    return { verdict: node.expected === null || node.error ? 'refused' : 'not supported', reason: `compile ${reason}` };
  }
  const outcome = evaluateRuleSet(compiled.compiled, testCase.inputs, { decisions: [node.name] });
  if (!outcome.ok) {
    const reason = `${outcome.failure.code} ${outcome.failure.message}`;
    if (node.error) return { verdict: 'passed', reason };
    return { verdict: node.expected === null ? 'refused' : 'failed', reason };
  }
  const result = outcome.results[node.name];
  // The kit's own runners take null for an error.
  if (isClose(result, node.error ? null : node.expected)) return { verdict: 'passed', reason: '' };
  return { verdict: 'failed', reason: `${JSON.stringify(result)} instead of ${node.error ? 'an error' : JSON.stringify(node.expected)}` };
}

/** The decision and what it requires, so that one it does not need cannot stand in its way. */
function narrow(ruleSet: RuleSet, name: string): RuleSet | undefined {
  const byName = new Map(ruleSet.decisions.map((decision) => [decision.name, decision]));
  if (!byName.has(name)) return undefined;
  const wanted = new Set<string>();
  const add = (wantedName: string): void => {
    if (wanted.has(wantedName)) return;
    wanted.add(wantedName);
    for (const required of byName.get(wantedName)?.requires ?? []) add(required);
  };
  add(name);
  return { inputs: ruleSet.inputs.filter((input) => wanted.has(input.name)), decisions: ruleSet.decisions.filter((decision) => wanted.has(decision.name)) };
}

/** Equal, numbers up to what a double can hold of the kit's decimals. */
function isClose(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((element, index) => isClose(element, other[index]));
  if (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null && !Array.isArray(one)) {
    const right = Object.fromEntries(Object.entries(other));
    return Object.keys(one).length === Object.keys(right).length && Object.entries(one).every(([name, value]) => isClose(value, right[name]));
  }
  return sameValue(one, other);
}

function summarize(judged: readonly Judged[]): void {
  const count = (verdict: Verdict, within = judged): number => within.filter((each) => each.verdict === verdict).length;
  for (const level of new Set(judged.map(({ name }) => name.split('/')[0] ?? ''))) {
    const within = judged.filter(({ name }) => name.startsWith(`${level}/`));
    print(`${level}: ${within.length} results, passed ${count('passed', within)}, refused ${count('refused', within)}, failed ${count('failed', within)}, not supported ${count('not supported', within)}`);
  }
  const reasons = new Map<string, number>();
  for (const { verdict, reason } of judged) if (verdict === 'not supported') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  for (const [reason, times] of [...reasons].toSorted((one, other) => other[1] - one[1])) print(`  not supported ${times}: ${reason}`);
}

await main();
