import { useQueryClient } from '@tanstack/react-query';
import type { InputOf, Operation, Problem, ResponseOf } from '@tongban/contract-kit';
import { registerFromTicket } from '@tongban/server/src/modules/halls/visits/contract.ts';
import { getDesk } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { findCounterApplicant, getDraft, listDrafts, type createWindowBundleDraft, type createWindowDraft } from '@tongban/server/src/modules/intake/contract.ts';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { links } from '../../shared/links.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import type { CalledTicket } from './use-ticket.ts';

interface Begin<O extends Operation> {
  /** `shareId`: what the applicant shared by code is offered for the materials. */
  begin: (input: InputOf<O>, forget: () => void, shareId?: string) => void;
  busy: boolean;
  problem: Problem | undefined;
}

/** Makes the draft of whoever stands at the counter, notes it on the ticket that was called, and opens it. */
export function useBegin<O extends typeof createWindowDraft | typeof createWindowBundleDraft>(operation: O, ticket: CalledTicket | undefined): Begin<O> {
  const { run, busy, problem } = useAction<O>(operation);
  const noting = useAction(registerFromTicket);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();

  async function noteOn({ windowId, ticketId, number }: CalledTicket, draftId: string) {
    const noted = await noting.run({ params: { windowId }, body: { ticketId, draftId } }, (desk) => { client.setQueryData([getDesk.id], desk); });
    if (!noted) void message.warning(text.applicant.notNoted(number));
  }
  const begin = (input: InputOf<O>, forget: () => void, shareId?: string) => {
    void run(input, (draft: ResponseOf<O>) => {
      forget();
      client.setQueryData([getDraft.id, draft.id], draft);
      void client.invalidateQueries({ queryKey: [listDrafts.id] });
      // Whoever was new is known from now on.
      client.removeQueries({ queryKey: [findCounterApplicant.id] });
      if (ticket) void noteOn(ticket, draft.id);
      void navigate(links.registrationDraft(draft.id, shareId));
    });
  };
  return { begin, busy, problem };
}
