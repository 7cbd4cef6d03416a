import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  archivePropertyLabels, archiveStateLabels, downloadArchive, getArchive, makeArchive, retentionLabel, type ArchiveView,
} from '@tongban/server/src/modules/archives/contract.ts';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, problemOf } from '../../shared/api.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { CopyText } from '../../shared/CopyText.tsx';
import { formatSize } from '../../shared/files/format-size.ts';
import { saveFile } from '../../shared/files/save-file.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { PurposeDialog } from '../../shared/PurposeDialog.tsx';
import { useAction } from '../../shared/use-action.ts';
import { ExtendDialog } from './ExtendDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { text } from './text.ts';
import { stateTones } from './tones.ts';

const words = text.drawer;

interface DrawerProps { archiveId: string | undefined; onClose: () => void; onChanged: () => void }

/** One archive: what its examination found, what lies in it, the packages made before. */
export function ArchiveDrawer({ archiveId, onClose, onChanged }: DrawerProps) {
  const client = useQueryClient();
  const query = useQuery({ queryKey: [getArchive.id, archiveId], enabled: archiveId !== undefined, queryFn: () => api.call(getArchive, { params: { archiveId: archiveId ?? '' } }) });
  const keep = (saved: ArchiveView) => { client.setQueryData([getArchive.id, saved.id], saved); onChanged(); };
  return (
    <Drawer open={archiveId !== undefined} title={words.title} size={760} onClose={onClose} destroyOnHidden>
      {archiveId === undefined ? null : <QueryState query={query}>{(archive) => <Detail archive={archive} onSaved={keep} onRefresh={() => { void query.refetch(); }} />}</QueryState>}
    </Drawer>
  );
}

interface DetailProps { archive: ArchiveView; onSaved: (saved: ArchiveView) => void; onRefresh: () => void }

function Detail({ archive, onSaved, onRefresh }: DetailProps) {
  const { facts } = words;
  const kept = archive.number === null ? text.none : words.until(retentionLabel(archive.retentionYears), archive.expiresOn === null ? undefined : formatDate(archive.expiresOn));
  return (
    <div className="archive-detail">
      <div>
        <h2 className="number">{archive.number ?? text.notNumbered} <Tag tone={stateTones[archive.state]}>{archiveStateLabels[archive.state]}</Tag></h2>
        {archive.state === 'waiting' ? <p className="muted">{archive.edition === 0 ? words.waiting : words.again}</p> : null}
        <Facts items={[
          { label: facts.case, value: archive.caseVisible ? <Link to={links.case(archive.caseId)} className="number">{archive.caseNumber}</Link> : <span className="number">{archive.caseNumber}</span> },
          { label: facts.item, value: archive.itemName }, { label: facts.applicant, value: archive.applicantName }, { label: facts.department, value: archive.organizationName },
          { label: facts.ending, value: archive.ending }, { label: facts.ended, value: formatDateTime(archive.endedAt) }, { label: facts.kept, value: kept },
          ...(archive.archivedAt === null ? [] : [{ label: facts.archived, value: formatDateTime(archive.archivedAt) }]),
          ...(archive.size === null ? [] : [{ label: facts.size, value: formatSize(archive.size) }]),
          ...(archive.digest === null ? [] : [{ label: facts.digest, value: <span className="archive-digest"><CopyText value={archive.digest} /></span> }]),
        ]} />
      </div>
      <Actions key={archive.version} archive={archive} onSaved={onSaved} onRefresh={onRefresh} />
      <Checks checks={archive.checks} />
      {archive.files.length === 0 ? null : <Files files={archive.files} />}
      {archive.editions.length < 2 ? null : <Editions archive={archive} />}
    </div>
  );
}

function Actions({ archive, onSaved, onRefresh }: DetailProps) {
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(makeArchive);
  const [asking, setAsking] = useState<'reason' | 'extension'>();
  const make = (reason?: string) => {
    void run({ params: { archiveId: archive.id }, body: { version: archive.version, ...(reason === undefined ? {} : { reason }) } }, (saved) => {
      setAsking(undefined);
      if (saved.state === 'faulty') void message.warning(text.make.faulty); else void message.success(text.make.done);
      onSaved(saved);
    });
  };
  const { may, state, edition } = archive;
  if (!may.make && !may.download && !may.extend) return null;
  return (
    <>
      <ProblemAlert problem={problem} onRefresh={onRefresh} />
      <div className="archive-detail__actions">
        {may.make && state === 'waiting' ? <Button type="primary" loading={busy} onClick={() => make()}>{edition === 0 ? text.make.first : text.make.again}</Button> : null}
        {may.download ? <Download archive={archive} /> : null}
        {may.make && state !== 'waiting' ? <Button loading={busy} onClick={() => setAsking('reason')}>{text.make.again}</Button> : null}
        {may.extend ? <Button onClick={() => setAsking('extension')}>{text.extend.open}</Button> : null}
      </div>
      {asking === 'reason' ? <ReasonDialog busy={busy} onClose={() => setAsking(undefined)} onConfirm={make} /> : null}
      {asking === 'extension' ? <ExtendDialog archive={archive} onClose={() => setAsking(undefined)} onSaved={(saved) => { setAsking(undefined); onSaved(saved); }} /> : null}
    </>
  );
}

/** Asks what for, then gives the package; its reading is recorded. */
function Download({ archive, edition }: { archive: ArchiveView; edition?: number }) {
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const fetchPackage = async (purpose: string) => {
    setAsking(false);
    setBusy(true);
    try {
      const blob = await api.download(downloadArchive, { params: { archiveId: archive.id }, query: { purpose, ...(edition === undefined ? {} : { edition }) } });
      saveFile(`${archive.number ?? archive.caseNumber}${edition === undefined ? '' : `（第${edition}次）`}.zip`, 'application/zip', blob);
    } catch (error) {
      const { title, detail } = problemOf(error);
      void message.error(`${title}。${detail}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button loading={busy} {...(edition === undefined ? {} : { size: 'small' as const })} onClick={() => setAsking(true)}>{edition === undefined ? text.download : text.downloadEdition}</Button>
      <PurposeDialog open={asking} onClose={() => setAsking(false)} onConfirm={(purpose) => { void fetchPackage(purpose); }} />
    </>
  );
}

const verdictTones: Readonly<Record<ArchiveView['checks'][number]['verdict'], Tone>> = { passed: 'done', remark: 'warning', fault: 'danger' };
const urgency: Readonly<Record<ArchiveView['checks'][number]['verdict'], number>> = { fault: 0, remark: 1, passed: 2 };

function Checks({ checks }: Pick<ArchiveView, 'checks'>) {
  return (
    <section>
      <h2>{words.checks}</h2>
      {checks.length === 0 ? <p className="muted">{words.notChecked}</p> : (
        <ul className="archive-checks">
          {checks.toSorted((one, other) => urgency[one.verdict] - urgency[other.verdict]).map((check) => (
            <li key={check.code}>
              <span className="muted">{archivePropertyLabels[check.property]}</span>
              <span><Tag tone={verdictTones[check.verdict]}>{words.verdicts[check.verdict]}</Tag></span>
              <div>{check.text}{check.mend === null ? null : <p className="muted small">{check.mend}</p>}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Files({ files }: Pick<ArchiveView, 'files'>) {
  return (
    <section>
      <h2>{words.files(files.length)}</h2>
      <table className="archive-files">
        <thead><tr><th scope="col">{words.path}</th><th scope="col" className="is-size">{words.size}</th></tr></thead>
        <tbody>{files.map(({ path, size, digest }) => <tr key={path}><td title={`SM3 ${digest}`}>{path}</td><td className="is-size number">{formatSize(size)}</td></tr>)}</tbody>
      </table>
    </section>
  );
}

function Editions({ archive }: { archive: ArchiveView }) {
  return (
    <section>
      <h2>{words.editions}</h2>
      <ul className="archive-editions">
        {archive.editions.map(({ edition, at, byName, reason, size }) => (
          <li key={edition}>
            <b>{words.edition(edition)}</b><span className="number">{formatDateTime(at)}</span><span>{byName}</span><span>{reason}</span><span className="faint number">{formatSize(size)}</span>
            {archive.may.download ? <Download archive={archive} edition={edition} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
