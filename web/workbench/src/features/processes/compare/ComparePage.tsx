import { useQuery } from '@tanstack/react-query';
import type { ProcessModel } from '@tongban/bpmn-model';
import { getProcess, getProcessDraft, getProcessVersion, type ProcessDetail } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { Alert, Select } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { PictureView } from '../../../shared/diagram/PictureView.tsx';
import type { Dressing } from '../../../shared/diagram/tones.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { judge } from '../model/check.ts';
import { compareProcesses, type ElementChange } from '../model/compare.ts';
import { text } from '../text.ts';
import { ChangeList } from './ChangeList.tsx';
import { useNames } from './use-names.ts';
import '../processes.css';

const words = text.compare;
const draftSide = 'draft';

/** What differs between two versions of a process, on both diagrams and as a list (WFL-03). */
export function ComparePage() {
  const { key = '' } = useParams();
  const process = useQuery({ queryKey: [getProcess.id, key], queryFn: () => api.call(getProcess, { params: { key } }) });
  return <PageState query={process}>{(detail) => <Choice detail={detail} />}</PageState>;
}

interface SideChoice { value: string; label: string }

/** The two sides, newest against the one before it unless told otherwise. */
function Choice({ detail }: { detail: ProcessDetail }) {
  const [filters, setFilters] = useFilters(['from', 'to']);
  const sides: SideChoice[] = [
    ...(detail.draft ? [{ value: draftSide, label: words.draft }] : []), ...detail.versions.map(({ version }) => ({ value: String(version), label: text.version(version) })),
  ];
  const chosen = (value: string | undefined, otherwise: number) => sides.find((one) => one.value === value) ?? sides[otherwise];
  const [to, from] = [chosen(filters.to, 0), chosen(filters.from, 1)];
  const select = (label: string, side: SideChoice | undefined, onChange: (value: string) => void) => (
    <label className="process-side"><span>{label}</span><Select aria-label={label} style={{ width: 170 }} value={side?.value ?? null} options={sides} onChange={(next) => { if (next !== null) onChange(next); }} /></label>
  );
  return (
    <Page
      title={words.title(detail.name)} actions={<Link to={links.process(detail.key)}>{text.draft.toProcess}</Link>}
      bar={sides.length > 1 ? <>{select(words.from, from, (value) => setFilters({ from: value }))}{select(words.to, to, (value) => setFilters({ to: value }))}</> : null}
    >
      {from === undefined || to === undefined ? <Alert type="info" showIcon title={words.onlyOne} />
        : from.value === to.value ? <Alert type="info" showIcon title={words.sameVersion} />
          : <Sides key={`${from.value} ${to.value}`} detail={detail} from={from} to={to} />}
    </Page>
  );
}

interface Opened { xml: string; model: ProcessModel | undefined }

function useSide(detail: ProcessDetail, side: string) {
  const draftId = side === draftSide ? detail.draft?.draftId : undefined;
  const definitionId = detail.versions.find(({ version }) => String(version) === side)?.definitionId ?? '';
  return useQuery({
    queryKey: ['processes.side', draftId ?? definitionId], staleTime: draftId === undefined ? Infinity : 0,
    queryFn: async (): Promise<Opened> => {
      const { xml } = draftId === undefined ? await api.call(getProcessVersion, { params: { definitionId } }) : await api.call(getProcessDraft, { params: { draftId } });
      return { xml, model: (await judge(xml)).process };
    },
  });
}

function Sides({ detail, from, to }: { detail: ProcessDetail; from: SideChoice; to: SideChoice }) {
  const [before, after] = [useSide(detail, from.value), useSide(detail, to.value)];
  return <QueryState query={before} lines={12}>{(old) => <QueryState query={after} lines={12}>{(next) => <Compared before={{ ...old, label: from.label }} after={{ ...next, label: to.label }} name={detail.name} />}</QueryState>}</QueryState>;
}

type Side = Opened & { label: string };

function dressingOf(changes: readonly ElementChange[], which: 'beforeId' | 'afterId'): Dressing[] {
  return changes.flatMap((change) => {
    const id = change[which];
    return id === undefined ? [] : [{ id, tone: change.kind, words: words.changes[change.kind] }];
  });
}

function Compared({ before, after, name }: { before: Side; after: Side; name: string }) {
  const names = useNames();
  const [chosen, setChosen] = useState<number>();
  const changes = useMemo(() => (before.model && after.model ? compareProcesses(before.model, after.model, names) : undefined), [before.model, after.model, names]);
  const dressings = useMemo(() => ({ before: dressingOf(changes ?? [], 'beforeId'), after: dressingOf(changes ?? [], 'afterId') }), [changes]);
  const change = chosen === undefined ? undefined : changes?.[chosen];
  const faulty = before.model === undefined ? before.label : after.model === undefined ? after.label : undefined;
  // What is chosen on a diagram is looked up in the list; a press beside every element chooses nothing.
  const take = (which: 'beforeId' | 'afterId') => (id: string | undefined) => {
    if (id === undefined || change?.[which] === id) return;
    const at = changes?.findIndex((one) => one[which] === id) ?? -1;
    setChosen(at < 0 ? undefined : at);
  };
  return (
    <>
      {faulty === undefined ? null : <Alert type="warning" showIcon title={words.faulty(faulty)} />}
      <div className="process-compare">
        <div className="process-compare__pictures">
          <section aria-label={words.inBefore(before.label)}><h2>{words.inBefore(before.label)}</h2><PictureView xml={before.xml} label={words.inBefore(before.label)} dressing={dressings.before} selected={change?.beforeId} onSelect={take('beforeId')} saveAs={`${name} ${before.label}`} /></section>
          <section aria-label={words.inAfter(after.label)}><h2>{words.inAfter(after.label)}</h2><PictureView xml={after.xml} label={words.inAfter(after.label)} dressing={dressings.after} selected={change?.afterId} onSelect={take('afterId')} saveAs={`${name} ${after.label}`} /></section>
        </div>
        {changes === undefined ? null : <ChangeList changes={changes} chosen={chosen} onChoose={setChosen} />}
      </div>
    </>
  );
}
