import { Badge, Button, Card, DescriptionList, Disclosure, Skeleton, Timeline, type Tone } from '@tongban/ui';
import { Download, FileText } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { downloadCaseFile, downloadNotice, type CaseActionType, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { formatSize } from '../../shared/files/file-rules.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { text } from './text.ts';

// The form renderer is large and most people only look at the progress.
const CaseApplicationView = lazy(async () => ({ default: (await import('./CaseApplicationView.tsx')).CaseApplicationView }));

const t = text.case;

const actionTones: Partial<Record<CaseActionType, Tone>> = {
  'request-supplement': 'warning', 'start-special-procedure': 'warning', 'refuse': 'danger', 'terminate': 'neutral', 'withdraw': 'neutral', 'revoke-decision': 'danger', 'mail-returned': 'warning',
  'deliver': 'success', 'close': 'success',
};

/** Actions whose words are an officer's opinion; those of the others say how it was done or why. */
const isOpinion: ReadonlySet<CaseActionType> = new Set(['accept', 'review', 'decide', 'start-special-procedure', 'reject-special-procedure']);

export function CaseTimeline({ one }: { one: CaseView }) {
  return (
    <Card title={t.timeline}>
      <Timeline entries={one.timeline.map((entry) => ({
        key: String(entry.sequence),
        title: entry.label,
        time: formatDateTime(entry.at),
        tone: actionTones[entry.type] ?? 'info',
        detail: (
          <>
            <p className="muted">{entry.organizationName && entry.organizationName !== entry.by ? `${entry.organizationName} ${entry.by}` : entry.by}</p>
            {entry.opinion && <p className="lines">{isOpinion.has(entry.type) ? t.opinion : t.remark}：{entry.opinion}</p>}
          </>
        ),
      })).concat(one.tasks.map((task) => ({
        key: task.taskId, title: task.name, time: '', tone: 'info' as Tone, state: 'open' as const, detail: <p className="muted">{task.handler}</p>,
      })))} />
    </Card>
  );
}

export function CaseNotices({ one }: { one: CaseView }) {
  return (
    <Card title={t.notices} compact>
      {one.notices.length === 0 ? <p className="muted">{t.noNotices}</p> : (
        <ul className="notices">
          {one.notices.map((notice) => (
            <li key={notice.id}>
              <a href={plainApi.url(downloadNotice, { params: { caseId: one.id, noticeId: notice.id } })} target="_blank" rel="noopener">
                <FileText size={20} aria-hidden="true" />{notice.title}
              </a>
              <span className="muted">{formatDate(notice.issuedAt)}　{notice.documentNumber}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function CaseMaterials({ one }: { one: CaseView }) {
  return (
    <Card title={t.materials}>
      <ul className="materials">
        {one.materials.map((material) => (
          <li key={material.id} data-superseded={material.superseded}>
            <p className="materials__name">
              {material.name}
              <Badge tone={material.source === 'none' ? 'neutral' : material.source === 'licence' ? 'success' : 'info'}>{t.source[material.source]}</Badge>
              {material.superseded && <Badge>{t.superseded}</Badge>}
              {material.round > 0 && <span className="muted">{t.round(material.round)}</span>}
            </p>
            {material.licence && <p>{material.licence.name}（{material.licence.number}）{material.licence.sharedAt !== undefined && t.byShareCode}</p>}
            {material.files.map((file) => (
              <a key={file.id} className="materials__file" target="_blank" rel="noopener" href={plainApi.url(downloadCaseFile, { params: { caseId: one.id, fileId: file.id } })}>
                <Download size={18} aria-hidden="true" />{file.name}（{formatSize(file.size)}）
              </a>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function CaseInfo({ one }: { one: CaseView }) {
  return (
    <Card title={t.info} compact>
      <DescriptionList entries={[
        { term: t.applicant, value: one.applicant.name },
        { term: t.document, value: one.applicant.documentNumber },
        { term: t.mobile, value: one.applicant.mobile },
        { term: t.filer, value: one.filer && `${one.filer.name}（${t.filerKinds[one.filer.kind]}）` },
        { term: t.agent, value: one.agent && `${one.agent.name}（${one.agent.role}，${one.agent.authorityLabel}）` },
        { term: t.organization, value: one.organizationName },
        { term: t.situation, value: one.situationName },
        { term: t.deliveryMethod, value: t.deliveryMethods[one.deliveryMethod] },
        { term: t.submittedAt, value: formatDateTime(one.submittedAt) },
        { term: t.closedAt, value: formatDateTime(one.closedAt) },
      ]} />
    </Card>
  );
}

export function CaseSpecials({ one }: { one: CaseView }) {
  const shown = one.specialProcedures.filter((special) => special.state !== 'rejected');
  if (shown.length === 0) return null;
  return (
    <Card title={t.specials}>
      {shown.map((special) => (
        <Disclosure key={special.id} open={special.state === 'running'} title={<>{special.name} <Badge tone={special.state === 'running' ? 'warning' : 'neutral'}>{t.specialStates[special.state]}</Badge></>}>
          {special.startedOn && <p>{formatDate(special.startedOn)}—{special.endedOn ? formatDate(special.endedOn) : text.clock.now}</p>}
          <p>{special.reason}</p>
          {special.result && <p>{special.result}</p>}
        </Disclosure>
      ))}
    </Card>
  );
}

/** The application form, fetched when somebody wants to see it; until then there is nothing to print. */
export function CaseApplicationCard({ one }: { one: CaseView }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title={t.application} className={open ? '' : 'tb-no-print'} aside={open ? undefined : <Button onClick={() => setOpen(true)}>{t.showApplication}</Button>}>
      {open && <Suspense fallback={<Skeleton />}><CaseApplicationView caseId={one.id} number={one.number} /></Suspense>}
    </Card>
  );
}
