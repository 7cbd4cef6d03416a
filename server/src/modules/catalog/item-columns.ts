import { buildSearchVector, planSearch, type SearchField } from '../../kernel/search/index.ts';
import type { ItemElements } from './contract.ts';

/** Marks whole codes inside the vector of the staff list, so that one is found by its beginning. */
const codeMark = 'k~';

/** What the item's row repeats of its elements, for lists, filters and search. */
export function itemColumnsOf(elements: ItemElements) {
  const { name, taskType, regionCode, departmentName, catalogCode = null, tags, personLifeStages = [], companyLifeStages = [] } = elements;
  return {
    name, taskType, regionCode, departmentName, catalogCode, tags,
    lifeStages: [...personLifeStages.map((code) => `person:${code}`), ...companyLifeStages.map((code) => `company:${code}`)],
    staffVector: staffVectorOf(elements),
  };
}

/** Filters that are lexemes too, so that one index answers words and filters together. */
export const filterLexemes = {
  taskType: (code: string) => `t~${code}`,
  organizationId: (id: string) => `o~${id}`,
  /** Leading digits of the region. */
  region: (prefix: string) => `r~${prefix}`,
};

/** A region and everything around it: 511602 lies in 51, 5116 and 511602. */
function regionsAround(regionCode: string): string[] {
  const prefixes = [2, 4, 6, 9, 12].map((length) => regionCode.slice(0, length));
  return [...new Set(prefixes)];
}

function staffVectorOf({ name, aliases, mainItemName, departmentName, taskType, organizationId, regionCode, ...codes }: ItemElements): string {
  const texts: SearchField[] = [
    { text: name, weight: 'A', named: true }, ...aliases.map((text): SearchField => ({ text, weight: 'B' })),
    { text: mainItemName ?? '', weight: 'C' }, { text: departmentName, weight: 'C' },
  ];
  const given = [codes.localTaskCode, codes.taskCode, codes.catalogCode, codes.handlingItemCode, codes.localCatalogCode].filter((code) => code !== undefined && code !== '');
  const words = buildSearchVector(texts.filter(({ text }) => text !== ''));
  const marks = [
    ...given.map((code) => codeMark + String(code).toLowerCase()), filterLexemes.taskType(taskType), filterLexemes.organizationId(organizationId),
    ...regionsAround(regionCode).map(filterLexemes.region),
  ];
  return [words, ...[...new Set(marks)].map((mark) => `${lexeme(mark)}:1`)].filter(Boolean).join(' ');
}

/** A text as one lexeme of a tsvector or tsquery. */
export function lexeme(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** What an administrator typed as a tsquery over the staff vector: words, their sound, or the beginning of a code; undefined for nothing. */
export function planStaffSearch(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '') return undefined;
  const attempts = planSearch(typed, { typing: true }).filter(({ match }) => match === 'words' || match === 'pinyin').map(({ tsquery }) => `(${tsquery})`);
  const asCode = /^[0-9a-z-]{4,100}$/.test(text) ? [`${lexeme(codeMark + text)}:*`] : [];
  return [...asCode, ...attempts].join(' | ') || undefined;
}
