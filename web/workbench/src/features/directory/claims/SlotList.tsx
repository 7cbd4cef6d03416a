import { listSlots, slotStandings, type Slot, type SlotStanding } from '@tongban/server/src/modules/directory/claim.contract.ts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { useHolds, useSession } from '../../../shared/session/session.ts';
import { useDictionaries, useEntries, type NameOf } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';
import { ClaimDialog } from './ClaimDialog.tsx';
import { MatchDialog } from './MatchDialog.tsx';

const words = text.claims;
const titles = words.columns;
const tones: Record<SlotStanding, Tone> = { 'unclaimed': 'warning', 'pending': 'todo', 'claimed': 'done', 'not-applicable': 'neutral' };
/** What one request may claim. */
const mostTogether = 100;

/** A slot is one entry in one region. */
export function slotKey({ entry, regionCode }: Slot): string {
  return `${entry.id}/${regionCode}`;
}

const choiceId = (slot: string): string => `slot-${slot}`;

interface Choice { chosen: ReadonlySet<string>; choose: (slot: Slot, on: boolean) => void; enabled: boolean }

function columnsFor(nameOf: NameOf, { chosen, choose, enabled }: Choice): Column<Slot>[] {
  const select: Column<Slot> = {
    key: 'choose', title: '', width: '2.5rem', fixed: true,
    render: (row) => (row.standing === 'unclaimed' ? <Checkbox id={choiceId(slotKey(row))} aria-label={words.choose(row.entry.name)} checked={chosen.has(slotKey(row))} onChange={(event) => choose(row, event.target.checked)} /> : null),
  };
  return [
    ...(enabled ? [select] : []),
    { key: 'entry', title: titles.entry, render: (row) => <><span className="list__strong">{row.entry.name}</span>{row.entry.parent ? <span className="faint small">　{row.entry.parent.name}</span> : null}</> },
    { key: 'code', title: titles.code, width: '9.5rem', render: (row) => <span className="number">{row.entry.code}</span> },
    { key: 'type', title: titles.type, width: '6rem', render: (row) => nameOf('task-type', row.entry.taskType) },
    { key: 'region', title: titles.region, width: '7.5rem', render: (row) => row.regionName },
    { key: 'level', title: titles.level, width: '5.5rem', render: (row) => nameOf('exercise-level', row.level) },
    {
      key: 'department', title: titles.department, width: '11rem',
      render: (row) => (row.department ? <>{row.department.name} {row.department.closed ? <Tag tone="danger">{words.closed}</Tag> : null}</> : <span className="faint">{words.unassigned}</span>),
    },
    { key: 'standing', title: titles.standing, width: '6rem', render: (row) => <Tag tone={tones[row.standing]}>{words.standings[row.standing]}</Tag> },
    {
      key: 'claim', title: titles.claim, width: '14rem',
      render: (row) => (row.claim ? <>{row.claim.organizationName} {row.claim.organizationClosed ? <Tag tone="danger">{words.closed}</Tag> : null} <span className="faint small number">{formatMoment(row.claim.claimedAt)}</span></> : ''),
    },
  ];
}

/** What regions should claim: a department's to-do, claimed in batches. */
export function SlotList() {
  const [filters, setFilters] = useFilters(['q', 'standing', 'level', 'type', 'regionCode', 'organizationId', 'unassigned']);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Slot>>(new Map());
  const [dialog, setDialog] = useState<'claim' | 'not-applicable' | 'match'>();
  const own = useSession().account.organization;
  const mayClaim = useHolds('directory.claim.submit');
  const navigate = useNavigate();
  const nameOf = useDictionaries(['task-type', 'exercise-level']);
  const [types, levels] = [useEntries('task-type'), useEntries('exercise-level')];
  const standing = slotStandings.find((one) => one === filters.standing);
  const query = {
    ...(filters.q ? { q: filters.q } : {}), ...(standing ? { standing } : {}), ...(filters.level ? { level: filters.level } : {}), ...(filters.type ? { taskType: filters.type } : {}),
    ...(filters.regionCode ? { regionCode: filters.regionCode } : {}), ...(filters.organizationId ? { organizationId: filters.organizationId } : {}), ...(filters.unassigned ? { unassigned: true } : {}),
  };
  const paged = useListed(listSlots, query);
  const choose = (slot: Slot, on: boolean) => setChosen((before) => {
    const next = new Map(before);
    if (on) next.set(slotKey(slot), slot);
    else next.delete(slotKey(slot));
    return next;
  });
  const close = () => {
    setDialog(undefined);
    setChosen(new Map());
  };
  const free = paged.rows.filter((row) => row.standing === 'unclaimed').slice(0, mostTogether);
  const firstChoice = choiceId(free[0] ? slotKey(free[0]) : '');
  const missing = useMissing({ [firstChoice]: chosen.size === 0 && (free.length === 0 ? words.noneToClaim : words.needChoice) });
  const ask = (next: typeof dialog) => { if (missing.check()) setDialog(next); };
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={filters.q} placeholder={words.filter.q} onChange={(q) => setFilters({ q })} />
        <FilterSelect
          label={titles.standing} any={words.filter.standing} value={standing} width={110}
          options={slotStandings.map((one) => ({ value: one, label: words.standings[one] }))} onChange={(next) => setFilters({ standing: next })}
        />
        <FilterSelect
          label={titles.level} any={words.filter.level} value={filters.level} width={115}
          options={levels} onChange={(level) => setFilters({ level })}
        />
        <FilterSelect
          label={titles.type} any={words.filter.type} value={filters.type} width={115}
          options={types} onChange={(type) => setFilters({ type })}
        />
        {own ? (
          <Checkbox checked={filters.organizationId === own.id} onChange={(event) => setFilters({ organizationId: event.target.checked ? own.id : undefined, unassigned: undefined })}>{words.filter.mine}</Checkbox>
        ) : null}
        <Checkbox checked={filters.unassigned !== undefined} onChange={(event) => setFilters({ unassigned: event.target.checked ? 'yes' : undefined, organizationId: undefined })}>{words.filter.unassigned}</Checkbox>
        {mayClaim ? (
          <span className="batch">
            <Lack text={missing.of(firstChoice)} />
            <Button disabled={free.length === 0} onClick={() => setChosen(new Map(free.map((slot) => [slotKey(slot), slot])))}>{words.chooseAll}</Button>
            <Button onClick={() => ask('not-applicable')}>{words.notApplicable}</Button>
            <Button onClick={() => ask('match')}>{words.match}</Button>
            <Button type="primary" onClick={() => ask('claim')}>{words.claimChosen(chosen.size)}</Button>
          </span>
        ) : null}
      </div>
      <ListFrame
        label={words.views.slots}
        columns={columnsFor(nameOf, { chosen: new Set(chosen.keys()), choose, enabled: mayClaim })}
        rowKey={slotKey}
        paged={paged}
        minWidth="76rem"
        onOpen={(row) => {
          void navigate(links.directoryEntry(row.entry.id));
        }}
        empty={words.emptySlots}
      />
      {dialog === 'claim' || dialog === 'not-applicable' ? <ClaimDialog kind={dialog} slots={[...chosen.values()]} onClose={() => setDialog(undefined)} onDone={close} /> : null}
      {dialog === 'match' ? <MatchDialog slots={[...chosen.values()]} onClose={() => setDialog(undefined)} onDone={close} /> : null}
    </>
  );
}
