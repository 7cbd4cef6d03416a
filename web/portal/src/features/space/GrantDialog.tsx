import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createKey } from '@tongban/api-client';
import { parseDate } from '@tongban/form-model';
import { checkMobile, checkPersonName } from '@tongban/identifiers';
import { Button, Checkbox, CheckboxGroup, Dialog, SelectField, TextField, useToast } from '@tongban/ui';
import { useRef, useState, type MouseEvent } from 'react';
import { grantMandate, listOwnCompanies } from '@tongban/server/src/kernel/identity/contract.ts';
import { getDictionary } from '@tongban/server/src/modules/catalog/contract.ts';
import { api, plainApi } from '../../shared/api.ts';
import { DayField } from '../../shared/form/DayField.tsx';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { today } from '../../shared/today.ts';
import { text } from './text.ts';

const t = text.mandates.form;

interface Grant { companyId: string; name: string; mobile: string; from: string; until: string; everything: boolean; categories: string[] }

/** Whether a whole date was typed; a half one is no day. */
const isDay = (typed: string): boolean => parseDate(typed) === typed;

function faultsOf(grant: Grant) {
  const name = checkPersonName(grant.name);
  const mobile = checkMobile(grant.mobile);
  return {
    ...(name.ok ? {} : { name: grant.name.trim() ? name.message : t.needName }),
    ...(mobile.ok ? {} : { mobile: mobile.message }),
    ...(isDay(grant.from) && grant.from >= today() ? {} : { from: t.needFrom }),
    ...(isDay(grant.until) && grant.until >= grant.from ? {} : { until: t.needUntil }),
    ...(grant.everything || grant.categories.length > 0 ? {} : { categories: t.needScope }),
  };
}

function useOptions() {
  const companies = useQuery({ queryKey: ['identity.list-own-companies'], queryFn: () => api.call(listOwnCompanies, {}) });
  const types = useQuery({
    queryKey: ['catalog.get-dictionary', 'task-type'], queryFn: () => plainApi.call(getDictionary, { params: { dictionary: 'task-type' } }), staleTime: Infinity, meta: { public: true },
  });
  return {
    companies: companies.data?.items.filter((company) => company.abilities.grantMandate).map((company) => ({ value: company.id, label: company.name })) ?? [],
    types: types.data?.entries.filter((entry) => entry.active).map((entry) => ({ value: entry.code, label: entry.name })) ?? [],
  };
}

/** Authorises somebody to act for me or for a company that I legally represent. */
export function GrantDialog({ onClose }: { onClose: () => void }) {
  const [grant, setGrant] = useState<Grant>({ companyId: '', name: '', mobile: '', from: today(), until: '', everything: true, categories: [] });
  const [tried, setTried] = useState(false);
  const key = useRef(createKey());
  const { companies, types } = useOptions();
  const client = useQueryClient();
  const toast = useToast();
  const set = (change: Partial<Grant>) => setGrant({ ...grant, ...change });
  const faults = faultsOf(grant);
  const shown: Partial<Record<'name' | 'mobile' | 'from' | 'until' | 'categories', string>> = tried ? faults : {};
  const send = useMutation({
    mutationFn: () => api.call(grantMandate, {
      body: {
        companyId: grant.companyId || null, agent: { name: grant.name.trim(), mobile: grant.mobile.trim() },
        itemCategories: grant.everything ? null : grant.categories, validFrom: grant.from, validUntil: grant.until,
      },
    }, { idempotencyKey: key.current }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['identity.list-mandates'] }); toast(t.done); onClose(); },
    // A corrected attempt is another intention.
    onError: () => { key.current = createKey(); },
  });
  function submit(event: MouseEvent<HTMLButtonElement>) {
    setTried(true);
    const dialog = event.currentTarget.closest('dialog');
    if (Object.keys(faults).length === 0) send.mutate();
    else if (dialog) focusFirstFault(dialog);
  }
  return (
    <Dialog
      open title={t.title} onClose={onClose}
      footer={(
        <>
          <Button onClick={onClose}>{text.mandates.cancel}</Button>
          <Button variant="primary" busy={send.isPending} onClick={submit}>{t.submit}</Button>
        </>
      )}
    >
      <div className="stack stack--tight">
        {send.isError && <ProblemNotice error={send.error} />}
        <SelectField label={t.for} value={grant.companyId} onChange={(event) => set({ companyId: event.target.value })} options={[{ value: '', label: t.self }, ...companies]} />
        <TextField label={t.agentName} hint={t.agentHint} value={grant.name} maxLength={200} error={shown.name} autoComplete="off" onChange={(event) => set({ name: event.target.value })} />
        <TextField label={t.agentMobile} type="tel" value={grant.mobile} maxLength={20} error={shown.mobile} autoComplete="off" onChange={(event) => set({ mobile: event.target.value })} />
        <DayField label={t.from} value={grant.from} error={shown.from} onChange={(from) => set({ from })} />
        <DayField label={t.until} value={grant.until} error={shown.until} onChange={(until) => set({ until })} />
        <Checkbox checked={grant.everything} onChange={(everything) => set({ everything })}>{t.everything}</Checkbox>
        {!grant.everything && <CheckboxGroup cards label={t.scope} options={types} value={grant.categories} onChange={(categories) => set({ categories })} error={shown.categories} />}
      </div>
    </Dialog>
  );
}
