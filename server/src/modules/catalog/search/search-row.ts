import { buildSearchVector, type SearchField } from '../../../kernel/search/index.ts';
import type { ItemElements, ItemSummary } from '../contract.ts';
import { lifeStagesOf } from '../item-columns.ts';
import type { CatalogTables } from '../tables.ts';
import type { Insertable } from 'kysely';

/** Items that can be applied for here stand before those that only lead elsewhere, until their use is known. */
export const platformPopularity = 10;

/** Builds the row that makes a published version findable. */
export function buildSearchRow(itemId: string, versionId: string, elements: ItemElements, popularity: number): Insertable<CatalogTables['catalog.itemSearch']> {
  return {
    itemId, versionId, popularity,
    name: elements.name, organizationId: elements.organizationId, departmentName: elements.departmentName,
    regionCode: elements.regionCode, taskType: elements.taskType, audiences: elements.audiences,
    topics: topicsOf(elements), lifeStages: lifeStagesOf(elements), onlineAvailable: elements.onlineAvailable,
    card: JSON.stringify(toSummary(itemId, versionId, elements)), vector: buildSearchVector(fieldsOf(elements)),
  };
}

/** Topic codes with their audience, so that person and company topics of the same number stay apart. */
export function topicsOf({ personTopics, companyTopics }: ItemElements): string[] {
  return [...personTopics.map((code) => `person:${code}`), ...companyTopics.map((code) => `company:${code}`)];
}

function fieldsOf(elements: ItemElements): SearchField[] {
  const { name, aliases, mainItemName, departmentName, summary, results, materials, taskCode, localTaskCode } = elements;
  return [
    ...[name].map((text): SearchField => ({ text, weight: 'A', named: true })),
    ...aliases.map((text): SearchField => ({ text, weight: 'B', named: true })),
    ...[mainItemName, departmentName, ...results.map((result) => result.name)].map((text): SearchField => ({ text: text ?? '', weight: 'C' })),
    ...[summary, taskCode, localTaskCode, ...materials.map((material) => material.name)].map((text): SearchField => ({ text: text ?? '', weight: 'D' })),
  ].filter(({ text }) => text !== '');
}

/** The card of an item. */
export function toSummary(itemId: string, versionId: string, elements: ItemElements): ItemSummary {
  const { handling, promisedLimit, legalLimit } = elements;
  return {
    id: itemId, versionId, name: elements.name, mainItemName: elements.mainItemName ?? null, summary: elements.summary ?? null,
    taskType: elements.taskType, regionCode: elements.regionCode,
    department: { id: elements.organizationId, name: elements.departmentName },
    audiences: elements.audiences, projectType: elements.projectType ?? null,
    promisedDays: promisedLimit?.days ?? null, legalDays: legalLimit?.days ?? null, visitCount: elements.visitCount ?? null,
    onlineAvailable: elements.onlineAvailable, handlingMode: handling.mode, url: handling.url ?? null, tags: elements.tags,
  };
}
