import type { AnsweredCell, AnsweredField, ApplicationContent, ReadableFile, ReadableMaterial } from '../content.contract.ts';
import { linkStateLabels } from '../contract.ts';
import { reportsIn } from '../states.ts';
import type { SimulatedCase } from './simulated-case.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const buttons = [
  ['accepted', '受理'], ['supplement-needed', '告知补正'], ['supplemented', '收到补正'], ['in-progress', '权籍调查完成'], ['decided-approved', '准予登记'], ['decided-denied', '不予登记'], ['delivered', '送达证书'],
] as const;

const style = `*{box-sizing:border-box}body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;margin:0;color:#1c2733;background:#f3f6f4}header{background:#2e6b4f;color:#fff;padding:.75rem 1rem}header h1{font-size:1.125rem;margin:0 auto;max-width:58rem}
main{max-width:60rem;margin:1rem auto;padding:0 1rem}section{background:#fff;border:1px solid #d5ddd8;border-radius:6px;padding:.875rem 1rem;margin-bottom:1rem}h2{font-size:1rem;margin:0 0 .5rem}p{margin:.25rem 0}.note{color:#4c5a66}
dl{display:grid;grid-template-columns:minmax(6rem,12rem) minmax(0,1fr);gap:.375rem 1rem;margin:0}dt{color:#4c5a66}dd{margin:0;overflow-wrap:anywhere}h3{font-size:.9375rem;margin:.75rem 0 .375rem}ul{margin:0;padding:0;list-style:none}li{padding:.5rem 0;border-top:1px solid #e3e9e5;overflow-wrap:anywhere}li:first-child{border-top:0}
a{color:#1f5b41}button,a.back{font:inherit;padding:.375rem 1rem;margin:.25rem .5rem .25rem 0;border:1px solid #2e6b4f;background:#fff;color:#2e6b4f;border-radius:4px;cursor:pointer;text-decoration:none;display:inline-block}button:disabled{border-color:#c3ccc7;color:#6b7680;cursor:not-allowed;background:#f3f6f4}
#answer:not(:empty){white-space:pre-wrap;background:#f3f6f4;padding:.625rem .75rem;border-radius:4px;margin:.5rem 0}@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}`;

/** A page of the simulated system. */
function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${text(title)}</title><style>${style}</style></head><body><header><h1>${text(title)}（模拟）</h1></header><main>${body}</main></body></html>`;
}

/** What a visitor sees whose ticket is no good. */
export function refusedPage(name: string, reason: string): string {
  return page(name, `<section><p role="alert">${text(reason)}</p></section>`);
}

const facts = (lines: readonly (readonly [string, string])[]): string => `<dl>${lines.map(([label, value]) => `<dt>${text(label)}</dt><dd>${value}</dd>`).join('')}</dl>`;

/** Where the simulated officer handles a case: who came, what the platform handed over, and one button for each thing that can be reported. */
export function casePage(name: string, { content: { applicant, visitor, caseNumber, itemName, situationName, returnUrl }, application, state }: SimulatedCase): string {
  const comes = [visitor.organizationName, visitor.windowName, visitor.name].filter((part) => part !== null).join(' ');
  const allowed = new Set<string>(reportsIn(state));
  const kindOf = (code: string): string => (code.startsWith('decided') ? 'decided' : code);
  return page(name, `<section><h2>办件</h2>${facts([
    ['办件编号', text(caseNumber)], ['事项', text(itemName)], ['情形', text(situationName)], ['申请人', text(`${applicant.name}（${applicant.documentNumber}）`)], ['来人', text(comes)], ['状态', `<span id="state">${linkStateLabels[state]}</span>`],
  ])}</section>
${'refused' in application ? `<section aria-label="申请内容"><h2>申请内容</h2><p class="note">平台没有提供，须重新录入：${text(application.refused)}</p></section>` : handedOver(application.content)}
<section><h2>办理</h2><p>${buttons.map(([code, label]) => `<button type="button" data-act="${code}" data-kind="${kindOf(code)}"${allowed.has(kindOf(code)) ? '' : ' disabled'}>${label}</button>`).join('')}</p>
<div id="answer" role="status"></div><p><a class="back" href="${text(returnUrl)}">返回政务服务平台</a></p></section>
<script>
const buttons = document.querySelectorAll('[data-act]');
for (const button of buttons) button.onclick = async () => {
  const answer = await fetch(location.origin + '/acts/${encodeURIComponent(caseNumber)}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ act: button.dataset.act }) });
  const said = await answer.json();
  document.getElementById('answer').textContent = button.textContent + '：' + (said.message ?? '');
  if (!said.allowed) return;
  document.getElementById('state').textContent = said.state;
  for (const one of buttons) one.disabled = !said.allowed.includes(one.dataset.kind);
};
</script>`);
}

function handedOver(content: ApplicationContent): string {
  const { form, materials, caseNumber, situation } = content;
  const sections = [...new Set(form.answers.map(({ section }) => section))];
  const choices = situation.choices.map(({ questionText, optionText }) => [questionText, text(optionText)] as const);
  return `<section aria-label="${text(form.name)}"><h2>${text(form.name)}</h2><p class="note">来自政务服务平台，签名已核对，不用重新录入。</p>${choices.length > 0 ? `<h3>情形</h3>${facts(choices)}` : ''}
${sections.map((section) => `<h3>${text(section)}</h3>${facts(form.answers.filter((answer) => answer.section === section).map((answer) => [answer.label, answerOf(answer, caseNumber)]))}`).join('')}</section>
<section aria-label="申请材料"><h2>申请材料</h2>${materials === null ? '<p class="note">平台没有提供材料。</p>' : `<ul>${materials.map((material) => `<li>${materialOf(material, caseNumber)}</li>`).join('')}</ul>`}</section>`;
}

function answerOf({ rows, ...cell }: AnsweredField, caseNumber: string): string {
  if (rows.length === 0) return cellOf(cell, caseNumber);
  return rows.map((row, index) => `${index + 1}. ${row.map((one) => `${text(one.label)}：${cellOf(one, caseNumber)}`).join('；')}`).join('<br>');
}

function cellOf({ text: words, files }: AnsweredCell, caseNumber: string): string {
  return files.length > 0 ? linksOf(files, caseNumber) : text(words);
}

const ways: Readonly<Record<ReadableMaterial['providedAs'], string>> = { upload: '上传', licence: '电子证照', paper: '窗口收取纸质件', form: '由申请表生成', none: '没有提供' };

function materialOf({ name, providedAs, files, licence }: ReadableMaterial, caseNumber: string): string {
  const stands = licence ? `<br><a href="${text(licence.verifyUrl)}">${text(`${licence.name} ${licence.number}`)}</a> <span class="note">${text(licence.identifier)}</span>` : '';
  return `<b>${text(name)}</b>　<span class="note">${ways[providedAs]}</span>${stands}${files.length > 0 ? `<br>${linksOf(files, caseNumber)}` : ''}`;
}

function linksOf(files: readonly ReadableFile[], caseNumber: string): string {
  return files.map(({ fileId, name, size }) => `<a href="/files/${text(fileId)}?case=${encodeURIComponent(caseNumber)}" target="_blank">${text(name)}</a> <span class="note">${Math.max(1, Math.round(size / 1024))} KB</span>`).join('　');
}
