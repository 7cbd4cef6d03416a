import type { FileReading, Question, ReadField } from '../reading.contract.ts';
import { qualityHintLabels } from '../reading.contract.ts';
import { limits } from '../images/limits.ts';
import type { ReadingRecord } from '../queries/reading-record.ts';
import type { Correction, ReadContent } from '../queries/reading-content.ts';
import type { DocumentTypeRecord } from '../queries/type-record.ts';
import type { FoundField } from '../text/find-fields.ts';
import { compareField, type Compared } from './compare-field.ts';
import { maskValue, type KnownValues } from './known-values.ts';

/** A file of an application with what was read of it. */
export interface ReadFile {
  fileId: string; fileName: string; materialKey: string; materialName: string;
  /** Undefined until somebody asked for it. */
  reading: ReadingRecord | undefined;
  content: ReadContent | undefined;
  correction: Correction | undefined;
  /** Kinds that the material asks for; empty when it is not in the catalogue. */
  expected: readonly DocumentTypeRecord[];
}

interface Surroundings { types: readonly DocumentTypeRecord[]; known: KnownValues; masked: boolean }

interface Judged { rule: DocumentTypeRecord['content']['fields'][number]; found: FoundField | undefined; compared: Compared; corrected: boolean }

/** What one file is found to be and to say, and the questions that follow; pure. */
export function presentReading(file: ReadFile, around: Surroundings): { reading: FileReading; questions: Question[] } {
  const { reading, correction } = file;
  const kind = kindOf(file, around.types);
  const judged = kind.type ? judgeFields(file, kind.type, around.known) : [];
  const expected = file.expected.length === 0 || !isRead(file) ? null : file.expected.some(({ code }) => code === kind.type?.code);
  const presented: FileReading = {
    fileId: file.fileId, fileName: file.fileName, materialKey: file.materialKey, materialName: file.materialName,
    state: reading?.state ?? 'waiting', notes: reading?.notes ?? [], pagesTotal: reading?.pagesTotal ?? 0, pagesRead: reading?.pages.length ?? 0,
    hints: (reading?.pages ?? []).flatMap(({ number, hints }) => hints.map((hint) => ({ page: number, hint }))),
    type: kind.type ? { code: kind.type.code, name: kind.type.content.name, confidence: kind.confidence, by: kind.by, because: kind.because } : null,
    expected, fields: judged.map((one) => presentField(one, around.masked)), engine: reading?.engine ?? null,
    correctedBy: correction && reading?.correctedByName && reading.correctedAt ? { name: reading.correctedByName, at: reading.correctedAt.toISOString() } : null,
    revision: reading?.revision ?? 0,
  };
  return { reading: presented, questions: reading?.state === 'done' ? askAbout(file, presented, judged, kind, around) : [] };
}

/** Whether text was looked for, so that its absence says something. */
function isRead({ reading, correction }: ReadFile): boolean {
  return correction !== undefined || (reading?.state === 'done' && reading.engine !== null);
}

interface Kind { type: DocumentTypeRecord | undefined; confidence: number; by: 'marks' | 'classifier' | 'person'; because: string[] }

function kindOf({ reading, correction }: ReadFile, types: readonly DocumentTypeRecord[]): Kind {
  const of = (code: string | null | undefined): DocumentTypeRecord | undefined => types.find((type) => type.code === code);
  if (correction) return { type: of(correction.typeCode), confidence: 1, by: 'person', because: [] };
  const found = reading?.found;
  return { type: of(found?.code), confidence: found?.confidence ?? 0, by: found?.by ?? 'marks', because: found?.because ?? [] };
}

function judgeFields({ content, correction }: ReadFile, { content: type }: DocumentTypeRecord, known: KnownValues): Judged[] {
  return type.fields.map((rule) => {
    const given = correction?.fields[rule.key];
    const read = content?.fields.find(({ key }) => key === rule.key);
    const found = given === undefined ? read : given === '' ? undefined : { key: rule.key, value: given, confidence: 1, page: read?.page ?? 0, box: read?.box ?? { left: 0, top: 0, width: 0, height: 0 } };
    return { rule, found, corrected: given !== undefined, compared: found ? compareField(rule, found, type.fieldThreshold, known, type.licenceTypes) : { comparison: 'none', known: null, knownFrom: null, by: null } };
  });
}

function presentField({ rule, found, compared, corrected }: Judged, masked: boolean): ReadField {
  const shown = (value: string | null): string | null => (value === null || !masked ? value : maskValue(rule.kind, value));
  return {
    key: rule.key, label: rule.label, kind: rule.kind, value: shown(found?.value ?? null), confidence: found?.confidence ?? 0, comparison: compared.comparison, known: shown(compared.known), knownFrom: compared.knownFrom,
    place: found && found.page > 0 ? { page: found.page, box: found.box } : null, corrected,
  };
}

/** The list of questions (问题清单): what a person should look at before going on. */
function askAbout(file: ReadFile, presented: FileReading, judged: readonly Judged[], kind: Kind, { known, masked }: Surroundings): Question[] {
  const { reading } = file;
  const questions: Question[] = [];
  const ask = (kindOfQuestion: Question['kind'], part: string, message: string, advice: string, more: Partial<Pick<Question, 'inForm' | 'place'>> = {}): void => {
    const id = `${file.fileId}:${kindOfQuestion}${part === '' ? '' : `:${part}`}`;
    questions.push({
      id, fileId: file.fileId, materialKey: file.materialKey, materialName: file.materialName, kind: kindOfQuestion, message, advice, inForm: false, place: null, acknowledged: reading?.acknowledged.includes(id) ?? false, ...more,
    });
  };
  const hints = [...new Set(presented.hints.map(({ hint }) => hint))];
  const faults = hints.map((hint) => qualityHintLabels[hint]).join('、');
  if (presented.expected === false) {
    const wanted = file.expected.map(({ content }) => `《${content.name}》`).join('或者');
    const looks = faults === '' ? '' : `（图片${faults}）`;
    ask('wrong-kind', '', kind.type ? `“${file.fileName}”像是《${kind.type.content.name}》，这里需要${wanted}` : `“${file.fileName}”不像所需的材料${wanted}${looks}`,
      kind.type ? '请核对是否传错了位置。' : '图片上没有找到这种材料应有的文字，请核对是否传错、是否拍得清楚；确实是这份材料的可以仍然提交。');
    return questions;
  }
  if (faults !== '') {
    const pages = presented.pagesRead > 1 ? `第${[...new Set(presented.hints.map(({ page }) => page))].join('、')}页` : '图片';
    ask('quality', hints.join('+'), `“${file.fileName}”${pages}${faults}`, '请在光线充足处放平、对齐四边重新拍摄；看得清楚的可以仍然提交。');
  }
  if (reading?.notes.includes('first-pages-only')) ask('pages', '', `“${file.fileName}”有${presented.pagesTotal}页，只识别了前${limits.pages}页`, '后面的页由工作人员查看；不是同一份材料的请分开上传。');
  for (const { rule, found, compared } of judged) {
    const shown = (value: string): string => (masked ? maskValue(rule.kind, value) : value);
    const place = found && found.page > 0 ? { page: found.page, box: found.box } : null;
    if (!found) {
      if (rule.required && reading?.engine) ask('missing-field', rule.key, `没有在“${file.fileName}”上找到${rule.label}`, '请核对图片是否完整、清晰。');
      continue;
    }
    if (compared.comparison === 'differs') {
      ask(compared.by === 'licence' ? 'licence' : 'differs', rule.key, `${rule.label}不一致：材料上是“${shown(found.value)}”，${compared.knownFrom ?? ''}是“${shown(compared.known ?? '')}”`,
        compared.by === 'licence' ? '请核对上传的是不是现行有效的证照。' : '请核对哪一处有误，修改申请表或者更换材料。', { place, inForm: compared.by === 'form' });
    }
    if (rule.notPast && found.value !== '长期' && found.value < known.today) ask('expired', rule.key, `《${kind.type?.content.name ?? file.materialName}》的${rule.label}是${found.value}，已经过期`, '请换用在有效期内的材料。', { place });
  }
  return questions;
}
