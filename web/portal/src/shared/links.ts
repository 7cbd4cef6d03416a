export interface SearchFilter {
  q?: string;
  audience?: string;
  theme?: string;
  /** `person:birth`, `company:exit`. */
  lifeStage?: string;
  departmentId?: string;
  taskType?: string;
  onlineOnly?: boolean;
}

function query(values: Record<string, string | boolean | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) params.set(name, String(value));
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** The addresses of the portal, so that features link to each other without knowing each other. */
export const links = {
  home: () => '/',
  search: (filter: SearchFilter = {}) => `/search${query({ ...filter })}`,
  departments: () => '/departments',
  lifeStages: () => '/life-stages',
  item: (itemId: string) => `/items/${itemId}`,
  bundles: (audience?: string) => `/bundles${query({ audience })}`,
  /** Without answers the way in; with them, an empty text too, the questions. */
  bundle: (bundleId: string, answers?: string) => `/bundles/${bundleId}${answers === undefined ? '' : `?answers=${answers}`}`,
  startBundle: (bundleId: string, answers: string) => `/bundles/${bundleId}/apply?answers=${answers}`,
  bundleApplication: (applicationId: string) => `/bundle-applications/${applicationId}`,
  bundleReceipt: (applicationId: string) => `/bundle-applications/${applicationId}/receipt`,
  bundleSupplement: (applicationId: string) => `/bundle-applications/${applicationId}/supplement`,
  rateBundle: (applicationId: string) => `/bundle-applications/${applicationId}/rating`,
  guidance: (itemId: string, answers?: string) => `/items/${itemId}/guidance${query({ answers })}`,
  startApplication: (itemId: string, answers?: string) => `/items/${itemId}/apply${query({ answers })}`,
  draft: (draftId: string) => `/drafts/${draftId}`,
  receipt: (caseId: string) => `/cases/${caseId}/receipt`,
  progress: (number?: string) => `/progress${query({ number })}`,
  case: (caseId: string) => `/cases/${caseId}`,
  supplement: (caseId: string) => `/cases/${caseId}/supplement`,
  rate: (caseId: string) => `/cases/${caseId}/rating`,
  stuckMatter: (matterId: string, isNew = false) => `/stuck-matters/${matterId}${query({ new: isNew ? '1' : undefined })}`,
  ratingFigures: () => '/ratings',
  /** Begun from a case or an item, which the report is then about. */
  reportStuckMatter: (about: { caseNumber?: string; itemId?: string } = {}) => `/stuck-matters/new${query({ ...about })}`,
  verify: (code?: string) => (code ? `/verify/${encodeURIComponent(code)}` : '/verify'),
  space: (part?: 'cases' | 'drafts' | 'licences' | 'messages' | 'mandates' | 'data-use' | 'stuck-matters' | 'account') => (part ? `/space/${part}` : '/space'),
  shareCodes: () => '/space/share-codes',
  newShareCode: () => '/space/share-codes/new',
  shareCode: (shareId: string) => `/space/share-codes/${shareId}`,
  signIn: (back?: string) => `/sign-in${query({ back })}`,
  register: (kind: 'person' | 'company' = 'person') => `/register/${kind}`,
  halls: () => '/halls',
  hall: (hallId: string) => `/halls/${hallId}`,
  bookHall: (hallId: string, queueId: string, item?: string) => `/halls/${hallId}/queues/${queueId}/appointment${query({ item })}`,
  hallTicket: (code: string) => `/hall-tickets/${encodeURIComponent(code)}`,
  appointments: () => '/hall-appointments',
  accessibility: () => '/accessibility',
};
