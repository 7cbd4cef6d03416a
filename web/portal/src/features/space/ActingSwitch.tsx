import { useMutation } from '@tanstack/react-query';
import { SelectField, useToast } from '@tongban/ui';
import { actFor } from '@tongban/server/src/kernel/identity/contract.ts';
import { api } from '../../shared/api.ts';
import { enterSession, type Account } from '../../shared/session/session.ts';
import { text } from './text.ts';

/** For whom I act now: myself, or whoever's accepted mandate I hold. */
export function ActingSwitch({ account }: { account: Account }) {
  const toast = useToast();
  const { actingChoices, actingFor } = account.session;
  const change = useMutation({
    mutationFn: (mandateId: string) => api.call(actFor, { body: { mandateId: mandateId || null } }),
    onSuccess: (session) => {
      enterSession(session);
      toast(text.acting.done(session.actingFor?.name ?? session.account.name));
    },
  });
  if (actingChoices.length === 0) return null;
  return (
    <SelectField
      label={text.acting.label} value={actingFor?.mandateId ?? ''} onChange={(event) => change.mutate(event.target.value)}
      options={[{ value: '', label: `${account.name}（${text.acting.self}）` }, ...actingChoices.map((choice) => ({ value: choice.mandateId, label: choice.name }))]}
    />
  );
}
