type Values = Record<string, string | boolean | undefined>;

function query(values: Values): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) params.set(name, String(value));
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** The addresses of the workbench, so that features link to each other without knowing each other. */
export const links = {
  home: () => '/',
  signIn: (back?: string) => `/sign-in${query({ back })}`,
  inbox: (box?: 'pending' | 'handled' | 'unread' | 'read') => (box && box !== 'pending' ? `/inbox/${box}` : '/inbox'),
  case: (caseId: string) => `/cases/${caseId}`,
  cases: (filter: { q?: string; status?: string; level?: string; itemId?: string } = {}) => `/cases${query(filter)}`,
  registration: () => '/registration',
  registrationItem: (itemId: string) => `/registration/items/${itemId}`,
  registrationDraft: (draftId: string) => `/registration/drafts/${draftId}`,
  registrationReceipt: (caseId: string) => `/registration/receipts/${caseId}`,
  registrationSupplement: (caseId: string) => `/registration/supplements/${caseId}`,
  stepTimes: (process?: string, version?: number) => `/step-times${query({ process, version: version === undefined ? undefined : String(version) })}`,
  board: (organizationId?: string) => `/supervision${query({ organizationId })}`,
  signal: (signalId: string) => `/supervision${query({ tab: 'signals', signalId })}`,
  stuckMatters: (filter: { tab?: string; entry?: string } = {}) => `/stuck-matters${query(filter)}`,
  stuckMatter: (matterId: string) => `/stuck-matters/${matterId}`,
  registerStuckMatter: () => '/stuck-matters/new',
  rectifications: () => '/rectifications',
  rectification: (taskId: string) => `/rectifications/${taskId}`,
  catalogue: () => '/catalogue',
  catalogueVersion: (versionId: string) => `/catalogue/versions/${versionId}`,
  bulkChanges: () => '/catalogue/bulk-changes',
  bulkChange: (bulkChangeId: string) => `/catalogue/bulk-changes/${bulkChangeId}`,
  itemTags: () => '/catalogue/tags',
  reviewSettings: () => '/catalogue/review-settings',
  /** `at` is a place in the version, such as `materials.plan.name`, that the editor opens. */
  catalogueEdit: (versionId: string, at?: string) => `/catalogue/versions/${versionId}/edit${query({ at })}`,
  guidanceEditor: (versionId: string, filter: { tab?: string } = {}) => `/catalogue/versions/${versionId}/guidance${query(filter)}`,
  formDesigner: (versionId: string, formKey: string, filter: { tab?: string } = {}) => `/catalogue/versions/${versionId}/forms/${formKey}${query(filter)}`,
  forms: (filter: { tab?: string; part?: string; element?: string; code?: string } = {}) => `/forms${query(filter)}`,
  directory: () => '/directory',
  directoryEntry: (entryId: string) => `/directory/entries/${entryId}`,
  directoryClaims: (filter: { view?: string; regionCode?: string; standing?: string; organizationId?: string; entryId?: string } = {}) => `/directory/claims${query(filter)}`,
  directoryChanges: (filter: { view?: string } = {}) => `/directory/changes${query(filter)}`,
  directoryChange: (adjustmentId: string) => `/directory/changes/${adjustmentId}`,
  directoryImports: () => '/directory/imports',
  directoryImport: (importId: string) => `/directory/imports/${importId}`,
  directoryReports: () => '/directory/reports',
  bundles: (filter: { q?: string; state?: string; mine?: boolean; bundle?: string } = {}) => `/bundles${query(filter)}`,
  bundleVersion: (versionId: string) => `/bundles/versions/${versionId}`,
  /** On the portal, which the same server serves. */
  portalBundle: (bundleId: string) => `/bundles/${bundleId}`,
  delegations: () => '/delegations',
  delegation: (delegationId: string) => `/delegations/${delegationId}`,
  automation: (filter: { tab?: string; run?: string } = {}) => `/automation${query(filter)}`,
  automationSetting: (settingId: string) => `/automation/settings/${settingId}`,
  intelligence: () => '/intelligence',
  recognition: (filter: { tab?: string } = {}) => `/recognition${query(filter)}`,
  documentType: (typeId: string) => `/recognition/types/${typeId}`,
  materials: (filter: { q?: string } = {}) => `/materials${query(filter)}`,
  material: (code: string) => `/materials/${code}`,
  materialMapping: () => '/materials/mapping',
  materialMerge: () => '/materials/merges',
  substitutions: () => '/materials/substitutions',
  materialLicences: () => '/materials/licences',
  quality: (filter: { tab?: string; organizationId?: string; rule?: string } = {}) => `/item-quality${query(filter)}`,
  qualityRectification: (id: string) => `/item-quality/rectifications/${id}`,
  itemExchange: () => '/item-exchange',
  itemImport: (importId: string) => `/item-exchange/imports/${importId}`,
  surveys: () => '/surveys',
  survey: (surveyId: string) => `/surveys/${surveyId}`,
  surveyTask: (taskId: string) => `/surveys/tasks/${taskId}`,
  licences: () => '/licences',
  licence: (licenceId: string) => `/licences/${licenceId}`,
  seals: () => '/seals',
  licenceTypes: () => '/licence-types',
  licenceType: (code: string) => `/licence-types/${code}`,
  newLicenceType: () => '/licence-types/new',
  processes: () => '/processes',
  process: (key: string) => `/processes/${key}`,
  processComparison: (key: string, from?: number | 'draft', to?: number | 'draft') => `/processes/${key}/compare${from === undefined || to === undefined ? '' : `?from=${from}&to=${to}`}`,
  processMigration: (key: string) => `/processes/${key}/migrate`,
  processMigrationRun: (migrationId: string) => `/processes/migrations/${migrationId}`,
  processReplay: (key: string, target?: 'draft') => `/processes/${key}/replay${query({ target })}`,
  processReplayRun: (replayId: string) => `/processes/replays/${replayId}`,
  processDraft: (draftId: string) => `/processes/drafts/${draftId}`,
  rules: () => '/rules',
  ruleRuns: (ruleSetId: string, runId?: string) => `/rules/${ruleSetId}/runs${runId === undefined ? '' : `?run=${runId}`}`,
  ruleVersion: (versionId: string) => `/rules/versions/${versionId}`,
  dispatch: (filter: { tab?: string; record?: string } = {}) => `/dispatch${query(filter)}`,
  documentTemplates: (family: 'document' | 'message' = 'document') => (family === 'message' ? '/document-templates?family=message' : '/document-templates'),
  documentTemplate: (templateId: string) => `/document-templates/${templateId}`,
  documentTemplateVersion: (versionId: string) => `/document-templates/versions/${versionId}`,
  organizations: () => '/organizations',
  staff: () => '/staff',
  roles: () => '/roles',
  audit: () => '/audit',
  messages: () => '/messages',
  outbox: () => '/outbox',
  site: () => '/site',
  calendar: () => '/calendar',
  account: () => '/account',
};

/** Which page shows a subject of the inbox, by its type. */
const subjectPages: Readonly<Record<string, (id: string) => string>> = {
  'case': links.case,
  'item-version': links.catalogueVersion,
  'catalogue-entry': links.directoryEntry,
  'delegation': links.delegation,
  'bundle-version': links.bundleVersion,
  'guidance': (versionId) => links.guidanceEditor(versionId, { tab: 'confirmation' }),
};

/** The page of a subject of the inbox; the inbox itself for one that has none. */
export function subjectLink({ type, id }: { type: string; id: string }): string {
  return subjectPages[type]?.(id) ?? links.inbox();
}
