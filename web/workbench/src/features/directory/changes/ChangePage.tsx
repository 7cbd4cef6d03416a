import { useQuery } from '@tanstack/react-query';
import { listHandlingProcesses } from '@tongban/server/src/modules/catalog/contract.ts';
import { getAdjustment, type AdjustmentDetail, type AffectedItem, type Difference } from '@tongban/server/src/modules/directory/change.contract.ts';
import type { EntryElements, InheritedName, PublicElements } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDateTime, formatMoment } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { Page, Panel } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { text } from '../text.ts';
import { BothSides } from './ComparedLines.tsx';
import { kindTones } from './AdjustmentList.tsx';
import { differenceTones } from './DifferenceList.tsx';
import { useDecide } from './use-decide.tsx';
import { useShownValue } from './use-shown-value.ts';
import '../directory.css';

const words = text.changes;

/** One change of the directory: before and after, and what it means for each implementation list (CAT-09). */
export function ChangePage() {
  const { adjustmentId = '' } = useParams();
  const query = useQuery({ queryKey: [getAdjustment.id, adjustmentId], queryFn: () => api.call(getAdjustment, { params: { adjustmentId } }) });
  return (
    <PageState query={query} lines={12}>
      {(detail) => <Change detail={detail} />}
    </PageState>
  );
}

function Change({ detail }: { detail: AdjustmentDetail }) {
  const { adjustment, affected } = detail;
  const decide = useDecide();
  const open = affected.flatMap(({ differences }) => differences.filter(({ abilities }) => abilities.apply));
  return (
    <Page
      title={words.title(words.kinds[adjustment.kind], adjustment.entry.name)}
      aside={<><Tag tone={kindTones[adjustment.kind]}>{words.kinds[adjustment.kind]}</Tag> <Link to={links.directoryEntry(adjustment.entry.id)} className="number">{adjustment.entry.code}</Link>　{formatDateTime(adjustment.at)}</>}
      actions={
        <>
          <Link to={links.directoryChanges()}>{words.back}</Link>
          {open.length > 1 ? <Button type="primary" loading={decide.busy} onClick={() => decide.apply(open)}>{`${words.applyAll}（${open.length}）`}</Button> : null}
        </>
      }
    >
      {decide.shown}
      <BeforeAndAfter detail={detail} />
      <h2 className="section-title">{words.affected(affected.length)}</h2>
      {adjustment.kind === 'cancelled' && affected.length > 0 ? <p className="directory__note">{words.cancelledLead}</p> : null}
      {affected.length === 0 ? <p className="muted">{adjustment.kind === 'added' ? words.previousNone : words.noAffected}</p> : null}
      <div className="affected">
        {affected.map((one) => <Affected key={one.claimId} of={one} cancelled={adjustment.kind === 'cancelled'} decide={decide} />)}
      </div>
    </Page>
  );
}

function BeforeAndAfter({ detail: { adjustment, before, after } }: { detail: AdjustmentDetail }) {
  const show = useShownValue();
  if (!before || adjustment.kind === 'cancelled') return null;
  return (
    <Panel title={words.compare} flush>
      {adjustment.elements.length === 0 ? <p className="affected__none">{words.noElementChange}</p> : (
        <table className="entry-elements">
          <thead><tr><th scope="col">{words.columns.element}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th></tr></thead>
          <tbody>
            {adjustment.elements.map(({ name, label }) => (
              <tr key={name}>
                <th scope="row">{label}</th>
                <BothSides before={show(name, saidOf(before, name))} after={show(name, saidOf(after, name))} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** What an entry says of an element, the public ones among them. */
function saidOf(elements: EntryElements, name: string): unknown {
  const { publicElements, ...rest } = elements;
  const said: Partial<Record<InheritedName, unknown>> & PublicElements = { ...rest, ...publicElements };
  return Object.entries(said).find(([key]) => key === name)?.[1];
}

interface AffectedProps { of: AffectedItem; cancelled: boolean; decide: ReturnType<typeof useDecide> }

function Affected({ of: one, cancelled, decide }: AffectedProps) {
  const open = one.differences.filter(({ abilities }) => abilities.apply);
  return (
    <Panel
      flush
      title={
        <span className="affected__head">
          <Link to={links.catalogueVersion(one.item.latestVersionId)}>{one.item.name}</Link>
          <span className="muted">{one.organization.name}</span>
          {one.organization.closed ? <Tag tone="danger">{words.closedDepartment}</Tag> : null}
          {one.item.published ? null : <Tag>{words.notPublished}</Tag>}
        </span>
      }
      extra={open.length > 1 ? <Button size="small" loading={decide.busy} onClick={() => decide.apply(open)}>{words.applyAll}</Button> : null}
    >
      <Effects of={one} />
      {one.findings.map(({ rule, message }) => <p className="affected__findings" key={rule}>{words.rules[rule]}：{message}</p>)}
      {cancelled ? null : one.differences.length === 0 ? <p className="affected__none">{words.agreed}</p> : (
        <table className="entry-elements">
          <thead><tr><th scope="col">{words.columns.element}</th><th scope="col">{words.columns.ours}</th><th scope="col">{words.columns.incoming}</th><th scope="col" style={{ width: '11rem' }}>{words.columns.state}</th></tr></thead>
          <tbody>{one.differences.map((difference) => <DifferenceRow key={difference.id} difference={difference} decide={decide} />)}</tbody>
        </table>
      )}
    </Panel>
  );
}

function DifferenceRow({ difference, decide }: { difference: Difference; decide: ReturnType<typeof useDecide> }) {
  const show = useShownValue();
  const { element, label, locked, state, abilities, decidedByName, decidedAt, reason } = difference;
  return (
    <tr>
      <th scope="row">{label} {locked ? <Tag tone="warning" title={words.lockedHint}>{words.locked}</Tag> : null}</th>
      <BothSides before={show(element, difference.ours)} after={show(element, difference.incoming)} />
      <td>
        {abilities.apply ? (
          <span className="batch">
            <Button size="small" type="primary" ghost disabled={decide.busy} onClick={() => decide.apply([difference])}>{words.apply}</Button>
            {abilities.refuse ? <Button size="small" disabled={decide.busy} onClick={() => decide.refuse(difference)}>{words.refuse}</Button> : null}
          </span>
        ) : (
          <>
            <Tag tone={differenceTones[state]}>{words.states[state]}</Tag>
            {decidedByName ? <p className="faint small">{words.decided(decidedByName, formatMoment(decidedAt))}</p> : null}
            {reason ? <p className="small">{reason}</p> : null}
          </>
        )}
      </td>
    </tr>
  );
}

/** Bundles that hold the item, each the way to its place in the catalogue. */
function BundleLinks({ names }: { names: readonly string[] }) {
  return names.map((name, index) => <span key={name}>{index > 0 ? '、' : ''}<Link to={links.bundles({ q: name })}>{name}</Link></span>);
}

function Effects({ of: one }: { of: AffectedItem }) {
  const { effects } = words;
  const processes = useQuery({ queryKey: [listHandlingProcesses.id], staleTime: 300_000, queryFn: () => api.call(listHandlingProcesses, {}) }).data?.processes ?? [];
  const called = (kind: string, name: string) => (kind === 'process' ? processes.find(({ key }) => key === name)?.name ?? name : name);
  if (one.effects.length === 0) return null;
  return (
    <div className="affected__effects">
      <b>{effects.title}</b>
      {one.effects.map(({ kind, count, names }) => (
        kind === 'cases'
          ? <span key={kind}><Link to={links.cases({ itemId: one.item.id })}>{effects.cases(count)}</Link><span className="faint">（{effects.casesHint}）</span></span>
          : <span key={kind}><span className="muted">{effects[kind]}：</span>{kind === 'bundles' ? <BundleLinks names={names} /> : names.map((name) => called(kind, name)).join('、')}{count > names.length ? `等${count}项` : ''}</span>
      ))}
    </div>
  );
}
