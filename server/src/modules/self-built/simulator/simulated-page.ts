import type { TicketContent } from '../exchange.contract.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const buttons = [
  ['accepted', '受理'], ['supplement-needed', '告知补正'], ['supplemented', '收到补正'], ['in-progress', '权籍调查完成'], ['decided-approved', '准予登记'], ['decided-denied', '不予登记'], ['delivered', '送达证书'],
] as const;

const style = 'body{font:16px/1.7 system-ui,"Noto Sans CJK SC",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2733}header{border-bottom:3px solid #2e6b4f;margin-bottom:1.5rem}dt{color:#5b6875}dd{margin:0 0 .5rem}button,a.back{font:inherit;padding:.4rem 1rem;margin:.25rem .5rem .25rem 0;border:1px solid #2e6b4f;background:#fff;color:#2e6b4f;border-radius:4px;cursor:pointer;text-decoration:none;display:inline-block}#answer{white-space:pre-wrap;background:#f3f6f4;padding:.75rem;min-height:1.7rem}';

/** A page of the simulated system. */
function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${text(title)}</title><style>${style}</style></head><body><header><h1>${text(title)}</h1></header>${body}</body></html>`;
}

/** What a visitor sees whose ticket is no good. */
export function refusedPage(name: string, reason: string): string {
  return page(name, `<p role="alert">${text(reason)}</p>`);
}

/** Where the simulated officer handles a case: who came, and one button for each thing that can be reported. */
export function casePage(name: string, { applicant, visitor, caseNumber, itemName, returnUrl }: TicketContent): string {
  const comes = [visitor.organizationName, visitor.windowName, visitor.name].filter((part) => part !== null).join(' ');
  const facts = [['办件编号', caseNumber], ['事项', itemName], ['申请人', `${applicant.name}（${applicant.documentNumber}）`], ['来人', comes]] as const;
  return page(name, `<dl>${facts.map(([label, value]) => `<dt>${label}</dt><dd>${text(value)}</dd>`).join('')}</dl>
<p>${buttons.map(([code, label]) => `<button type="button" data-act="${code}">${label}</button>`).join('')}</p>
<div id="answer" role="status"></div><p><a class="back" href="${text(returnUrl)}">返回政务服务平台</a></p>
<script>
for (const button of document.querySelectorAll('[data-act]')) button.onclick = async () => {
  const answer = await fetch(location.origin + '/acts/${encodeURIComponent(caseNumber)}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ act: button.dataset.act }) });
  const said = await answer.json();
  document.getElementById('answer').textContent = button.textContent + '：' + (said.message ?? '');
};
</script>`);
}
