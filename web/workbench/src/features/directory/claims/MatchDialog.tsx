import { useQueries } from '@tanstack/react-query';
import { claimEntries, suggestMatches, type ItemMatch, type RowResult, type Slot } from '@tongban/server/src/modules/directory/claim.contract.ts';
import type { Problem } from '@tongban/contract-kit';
import { Modal, Select, Spin } from 'antd';
import { useState } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { useOutcome } from './Outcome.tsx';

const words = text.claims;
/** What one request may look for. */
const mostTogether = 50;

const choiceId = (slot: Slot | undefined): string => (slot ? `match-${slot.entry.id}-${slot.regionCode}` : 'match');

/** Finds existing items for the chosen entries and claims those that were picked, each for the department of its item (CAT-12). */
export function MatchDialog({ slots, onClose, onDone }: { slots: readonly Slot[]; onClose: () => void; onDone: () => void }) {
  const shown = slots.slice(0, mostTogether);
  const regions = [...new Set(shown.map(({ regionCode }) => regionCode))];
  const found = useQueries({
    queries: regions.map((regionCode) => {
      const entryIds = shown.filter((slot) => slot.regionCode === regionCode).map(({ entry }) => entry.id);
      return { queryKey: [suggestMatches.id, regionCode, entryIds], queryFn: () => api.call(suggestMatches, { query: { regionCode, entryIds } }) };
    }),
  });
  const [picked, setPicked] = useState<ReadonlyMap<string, string | undefined>>(new Map());
  const [state, setState] = useState<{ busy: boolean; problem: Problem | undefined }>({ busy: false, problem: undefined });
  const refresh = useRefresh();
  const tell = useOutcome();
  const matchesOf = ({ entry, regionCode }: Slot): ItemMatch[] => found[regions.indexOf(regionCode)]?.data?.matches.find(({ entryId }) => entryId === entry.id)?.items ?? [];
  // The same name says enough to propose it; a similar one is for a person to pick.
  const pickOf = (slot: Slot): ItemMatch | undefined => {
    const matches = matchesOf(slot);
    if (picked.has(slot.entry.id)) return matches.find(({ itemId }) => itemId === picked.get(slot.entry.id));
    const exact = matches.filter(({ closeness }) => closeness === 'exact');
    return exact.length === 1 ? exact[0] : undefined;
  };
  const chosen = shown.flatMap((slot) => { const match = pickOf(slot); return match ? [{ slot, match }] : []; });

  const firstChoice = choiceId(shown.find((slot) => matchesOf(slot).length > 0));
  const missing = useMissing({ [firstChoice]: chosen.length === 0 && (firstChoice === choiceId(undefined) ? words.matchNothing : words.matchNeeded) });

  async function send() {
    if (!missing.check()) return;
    setState({ busy: true, problem: undefined });
    const results: RowResult[] = [];
    const names: string[] = [];
    try {
      for (const organizationId of new Set(chosen.map(({ match }) => match.departmentId))) {
        const own = chosen.filter(({ match }) => match.departmentId === organizationId);
        const answer = await api.call(claimEntries, { body: { organizationId, rows: own.map(({ slot, match }) => ({ entryId: slot.entry.id, kind: 'link' as const, itemId: match.itemId })) } });
        results.push(...answer.results);
        names.push(...own.map(({ slot }) => slot.entry.name));
      }
      tell(results, names, words.claimed);
      refresh();
      onDone();
    } catch (error) {
      refresh();
      setState({ busy: false, problem: problemOf(error) });
    }
  }
  return (
    <Modal
      open
      title={words.matchTitle}
      onCancel={onClose}
      okText={words.matchSubmit(chosen.length)}
      cancelText={text.cancel}
      confirmLoading={state.busy}
      onOk={() => {
        void send();
      }}
      width={860}
    >
      <p className="directory__note">{words.matchLead}{words.matchDepartments}</p>
      <ProblemAlert problem={state.problem} />
      {found.some(({ isPending }) => isPending) ? <Spin /> : (
        <ul className="matches">
          {shown.map((slot) => {
            const matches = matchesOf(slot);
            return (
              <li key={slot.entry.id + slot.regionCode}>
                <span>{slot.entry.name} <span className="faint small">{slot.regionName}</span></span>
                {matches.length === 0 ? <span className="faint">{words.matchNone}</span> : (
                  <Select
                    id={choiceId(slot)}
                    aria-label={slot.entry.name}
                    value={pickOf(slot)?.itemId ?? ''}
                    options={[
                      { value: '', label: words.matchSkip },
                      ...matches.map((match) => ({ value: match.itemId, label: `${match.closeness === 'exact' ? words.exact : words.similar}　${match.name}（${match.departmentName}）` })),
                    ]}
                    onChange={(itemId) => setPicked((before) => new Map(before).set(slot.entry.id, itemId || undefined))}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <Lack text={missing.of(firstChoice)} />
    </Modal>
  );
}
