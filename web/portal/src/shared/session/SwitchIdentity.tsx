import { useMutation } from '@tanstack/react-query';
import { Button, useToast } from '@tongban/ui';
import { actFor } from '@tongban/server/src/kernel/identity/contract.ts';
import { chooseText } from '../../locale/locale.ts';
import { api } from '../api.ts';
import { enterSession, useSession } from './session.ts';

const text = chooseText({
  'zh-CN': {
    switch: (name: string) => `切换为“${name}”`,
    done: (name: string) => `已切换为“${name}”。`,
  },
});

/** Goes on in the name of whoever gave the mandate, or in one's own for null. */
export function useSwitchIdentity() {
  const toast = useToast();
  return useMutation({
    mutationFn: (mandateId: string | null) => api.call(actFor, { body: { mandateId } }),
    onSuccess: (session) => {
      enterSession(session);
      toast(text.done(session.actingFor?.name ?? session.account.name));
    },
  });
}

/** In whose name the signed-in person may act besides the present one; oneself has no mandate. */
export function useOtherIdentities(): { mandateId: string | null; name: string }[] {
  const { account } = useSession();
  if (!account) return [];
  const current = account.session.actingFor?.mandateId ?? null;
  return [{ mandateId: null, name: account.name }, ...account.session.actingChoices].filter(({ mandateId }) => mandateId !== current);
}

/** A button for each of the other identities. */
export function SwitchButtons() {
  const change = useSwitchIdentity();
  return useOtherIdentities().map(({ mandateId, name }) => (
    <Button key={mandateId ?? 'self'} busy={change.isPending} onClick={() => change.mutate(mandateId)}>{text.switch(name)}</Button>
  ));
}
