import type { Problem } from '@tongban/contract-kit';
import { submitBundleDraft } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { submitDraft, type Draft, type RequestedDelivery } from '@tongban/server/src/modules/intake/contract.ts';
import { links } from '../../../shared/links.ts';
import { useAction } from '../../../shared/use-action.ts';

interface Submit {
  /** Hands the draft in and gives `done` the address of its receipts. */
  submit: (revision: number, delivery: RequestedDelivery, done: (receipts: string) => void) => Promise<void>;
  busy: boolean;
  problem: Problem | undefined;
}

/** Hands in the draft of an item as one case, that of a bundle as a case for each of its items (BDL-02). */
export function useSubmit({ id, bundle }: Draft): Submit {
  const [alone, together] = [useAction(submitDraft), useAction(submitBundleDraft)];
  const { busy, problem } = bundle ? together : alone;
  return {
    busy, problem,
    submit: async (revision, delivery, done) => {
      const input = { params: { draftId: id }, body: { revision, declared: true, delivery } };
      if (bundle) await together.run(input, ({ applicationId }) => done(links.registrationBundleReceipt(applicationId)));
      else await alone.run(input, ({ caseId }) => done(links.registrationReceipt(caseId)));
    },
  };
}
