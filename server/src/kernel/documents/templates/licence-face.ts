import type { CertificateDefinition } from '../definition.contract.ts';

/**
 * General face of an electronic licence. Needs `licence{name, number, identifier, issuedOn, validity, verifyUrl}`, `face[]{label, value}`
 * (the lines that the licence type has), `organization`; `statement` where the type has one.
 */
export const licenceFace: CertificateDefinition = {
  kind: 'certificate',
  code: 'licence-face',
  name: '电子证照照面',
  title: '{{licence.name}}',
  number: '编号：{{licence.number}}',
  fields: [],
  lines: 'face',
  statement: '{{statement|or:}}',
  signature: { organization: '{{organization}}', date: '{{licence.issuedOn|date}}' },
  qr: { content: '{{licence.verifyUrl}}', caption: '扫描二维码核验真伪' },
  footer: '电子证照标识：{{licence.identifier}}',
};
