import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';

/** An item that says nothing yet. */
export const blankElements: ItemElements = {
  name: '', aliases: [], localTaskCode: '', taskType: '01', regionCode: '000000000000', organizationId: '', departmentName: '', handlingDepartments: [],
  serviceObjects: [], audiences: [], agentAllowed: true, legalBases: [], conditions: [], materials: [], flowSteps: [], specialProcedures: [], fees: [], results: [],
  handlingForms: [], crossRegionScopes: [], onlineAvailable: false, onlineDepths: [], personTopics: [], companyTopics: [], tags: [], windows: [], faqs: [], forms: [],
  handling: { mode: 'window' },
};
