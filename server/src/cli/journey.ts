import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ApiError } from '@tongban/api-client';
import { print } from '../run-program.ts';
import { applyOnline, type Application } from './journey/apply.ts';
import { actAs, meetPeople, type People } from './journey/people.ts';
import { walkCase, type CaseOutcome, type Handlers } from './journey/walk.ts';

interface Journey extends Handlers {
  title: string;
  /** Account of the demonstration citizen who applies, and whom the citizen acts for. */
  applicant: string;
  principal: string | null;
  application: Application;
}

const department = (prefix: string): string[] => ['window', 'examiner', 'reviewer', 'decider'].map((duty) => `${prefix}.${duty}`);
const roadBuilder = '广安示例路桥工程有限公司';
const caterer = '广安示例餐饮有限公司';

const journeys: readonly Journey[] = [
  {
    title: '两个部门并联审查、特别程序停止计时，经办人代企业申请', applicant: '19900000005', principal: roadBuilder, application: { item: '挖掘城市道路审批', options: { traffic: 'part' } },
    officers: [...department('housing'), ...department('police')], special: { examiner: 'housing.examiner', decider: 'housing.decider' },
  },
  { title: '即办件：当场受理、当场决定', applicant: '19900000002', principal: caterer, application: { item: '仅销售预包装食品备案' }, officers: department('market') },
  { title: '取得证照', applicant: '19900000003', principal: roadBuilder, application: { item: '劳务派遣经营许可' }, officers: department('labour') },
  {
    title: '用平台签发的证照代替材料（一次填报、多次复用）', applicant: '19900000003', principal: roadBuilder,
    application: { item: '劳务派遣单位设立分公司备案', reuseLicences: true }, officers: department('labour'),
  },
  { title: '个人为老人代办', applicant: '19900000001', principal: '王秀兰', application: { item: '高龄津贴申领' }, officers: department('civil') },
];

async function walk(people: People, journey: Journey): Promise<CaseOutcome> {
  print(`\n■ ${journey.title}：${journey.application.item}`);
  const applicant = await people.citizen(journey.applicant);
  await actAs(applicant, journey.principal);
  const receipt = await applyOnline(applicant, journey.application);
  print(`  已提交，办件编号 ${receipt.number}`);
  const outcome = await walkCase(people, applicant, receipt, journey, true);
  for (const action of outcome.actions) print(`  ${action}`);
  print(`  状态 ${outcome.status}，证照 ${outcome.licence ?? '无'}，公开查验${outcome.verified ? '真实有效' : '未通过'}`);
  return outcome;
}

/** `npm run journey -- --base URL [--json FILE]`: walks cases from search to verified licence over the public API. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { base: { type: 'string', default: 'http://localhost:8080' }, json: { type: 'string' } } });
  const people = await meetPeople(values.base.replace(/\/+$/, ''));
  const cases: CaseOutcome[] = [];
  for (const journey of journeys) cases.push(await walk(people, journey));
  if (values.json) await writeFile(values.json, `${JSON.stringify({ cases }, null, 2)}\n`);
  const failed = cases.filter(({ status, verified }) => status !== 'closed' || !verified);
  print(`\n${cases.length} 件办结 ${cases.length - failed.length} 件，证照全部查验${failed.length === 0 ? '通过' : '未通过'}。`);
  if (failed.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  if (error instanceof ApiError) {
    const { title, detail, code, issues } = error.problem;
    process.stderr.write(`失败：${title}（${code}）${detail ?? ''}\n${(issues ?? []).map(({ path, message }) => `  ${path}：${message}\n`).join('')}`);
  } else process.stderr.write(`失败：${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
