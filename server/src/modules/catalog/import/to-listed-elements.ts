import type { ItemElements } from '../contract.ts';
import type { ListedItem } from './parse-row.ts';

/** An item of which nothing is known yet; everything that stays empty shows in the quality checks. */
export const blankElements: ItemElements = {
  name: '', aliases: [], localTaskCode: '', taskType: '', regionCode: '', organizationId: '', departmentName: '', handlingDepartments: [], serviceObjects: [],
  audiences: [], agentAllowed: false, legalBases: [], conditions: [], materials: [], flowSteps: [], specialProcedures: [], fees: [], results: [], handlingForms: [],
  crossRegionScopes: [], onlineAvailable: false, onlineDepths: [], personTopics: [], companyTopics: [], tags: [], windows: [], faqs: [], forms: [],
  handling: { mode: 'window' },
};

/** The elements a bare list gives; its department's name unless another goes on with the work. */
export function toListedElements(row: ListedItem, organizationId: string, departmentName = row.departmentName): Partial<ItemElements> {
  return {
    name: row.name, ...(row.mainItemName === undefined ? {} : { mainItemName: row.mainItemName }),
    taskType: row.taskType, regionCode: row.regionCode, organizationId, departmentName,
    handling: row.url === undefined ? { mode: 'window' } : { mode: 'external', url: row.url },
  };
}
