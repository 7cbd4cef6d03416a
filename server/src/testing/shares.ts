import { composeConsent, listShareable, listShareableFiles, makeShare, type MadeShare, type ShareableFile, type ShareableLicence } from '../modules/sharing/contract.ts';
import type { Signed } from './test-city.ts';

interface Sharing {
  subject: { kind: 'person' | 'company'; name: string };
  /** Set when somebody shares for the subject. */
  agentName?: string;
  licences?: readonly ShareableLicence[];
  files?: readonly ShareableFile[];
  item?: { id: string; name: string };
  organization?: { id: string; name: string };
  minutes?: number;
}

/** Everything that somebody may share. */
export async function shareableOf(sharer: Signed): Promise<{ licences: ShareableLicence[]; files: ShareableFile[] }> {
  const [{ items: licences }, { items: files }] = await Promise.all([sharer.http.call(listShareable, {}), sharer.http.call(listShareableFiles, { query: {} })]);
  return { licences, files };
}

/** Makes a share code as the portal does: with the words that were agreed to. */
export function share(sharer: Signed, { subject, agentName, licences = [], files = [], item, organization, minutes = 10 }: Sharing): Promise<MadeShare> {
  const purpose = '窗口办事';
  return sharer.http.call(makeShare, {
    body: {
      licenceIds: licences.map(({ id }) => id), files: files.map(({ caseId, fileId }) => ({ caseId, fileId })), purpose, minutes,
      itemId: item?.id ?? null, organizationId: organization?.id ?? null,
      consent: composeConsent({ subject, agentName: agentName ?? null, licences, files, purpose, itemName: item?.name ?? null, organizationName: organization?.name ?? null, minutes }),
    },
  });
}
