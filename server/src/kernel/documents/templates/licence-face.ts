import type { CertificateDefinition } from '../definition.ts';

/**
 * General face of an electronic licence. Needs `licence{name, number, identifier, issuedOn, validity, verifyUrl}`,
 * `holder{name, idNumber}`, `scope`, `organization`. A licence type with fields of its own brings its own definition.
 */
export const licenceFace: CertificateDefinition = {
  kind: 'certificate',
  code: 'licence-face',
  name: '电子证照照面',
  title: '{{licence.name}}',
  number: '编号：{{licence.number}}',
  fields: [
    { label: '持证主体', text: '{{holder.name}}' },
    { label: '证件号码', text: '{{holder.idNumber}}' },
    { label: '许可范围', text: '{{scope}}' },
    { label: '有效期限', text: '{{licence.validity}}' },
  ],
  statement: '本证照由发证机关依法核发，持证主体应当在许可范围内从事活动，并接受监督检查。',
  signature: { organization: '{{organization}}', date: '{{licence.issuedOn|date}}' },
  qr: { content: '{{licence.verifyUrl}}', caption: '扫描二维码核验真伪' },
  footer: '电子证照标识：{{licence.identifier}}',
};
