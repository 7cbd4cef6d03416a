import type { ItemElements } from '../contract.ts';
import type { ListedItem } from './parse-row.ts';

/** The elements a bare list gives; everything it does not say stays empty and shows in the quality checks. */
export function toListedElements(row: ListedItem, organizationId: string): ItemElements {
  return {
    name: row.name, aliases: [], ...(row.mainItemName === undefined ? {} : { mainItemName: row.mainItemName }),
    localTaskCode: row.localTaskCode, taskType: row.taskType, regionCode: row.regionCode, organizationId, departmentName: row.departmentName,
    handlingDepartments: [], serviceObjects: [], audiences: [], agentAllowed: false, legalBases: [], conditions: [], materials: [], flowSteps: [],
    specialProcedures: [], fees: [], results: [], handlingForms: [], crossRegionScopes: [], onlineAvailable: false, onlineDepths: [], personTopics: [],
    companyTopics: [], tags: [], windows: [], faqs: [], forms: [],
    handling: row.url === undefined ? { mode: 'window' } : { mode: 'external', url: row.url },
  };
}
