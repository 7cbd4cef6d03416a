import { ArrowLeftOutlined, NodeIndexOutlined, PrinterOutlined, ReloadOutlined } from '@ant-design/icons';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Button, Tooltip } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { StatusTag, Tag } from '../../shared/case/tags.tsx';
import { CopyText } from '../../shared/CopyText.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { useHolds } from '../../shared/session/session.ts';
import { CaseBundle } from './CaseBundle.tsx';
import { text } from './text.ts';

/** Fetched when somebody first asks where a case stands; with it comes the drawing library. */
const ProgressDrawer = lazy(async () => ({ default: (await import('./progress/ProgressDrawer.tsx')).ProgressDrawer }));

/** Which case it is and how it stands. */
export function CaseHead({ view, onRefresh }: { view: CaseView; onRefresh: () => void }) {
  const navigate = useNavigate();
  const mayWatch = useHolds('cases.case.view');
  const [watching, setWatching] = useState(false);
  return (
    <header className="desk__head">
      <Tooltip title={text.back}><Button type="text" icon={<ArrowLeftOutlined />} aria-label={text.back} onClick={() => { void navigate(-1); }} /></Tooltip>
      <h1>{view.itemName}</h1>
      <StatusTag status={view.status} />
      {view.outcome ? <Tag tone={view.outcome === 'approved' ? 'done' : 'neutral'}>{text.outcome[view.outcome]}</Tag> : null}
      {view.revokedOn ? <Tag tone="danger">{text.revoked}</Tag> : null}
      <p className="desk__facts muted">
        <CopyText value={view.number} />
        <span>{text.channels[view.channel] ?? view.channel}</span>
        <span>{view.organizationName}</span>
        <span className="number">{formatDateTime(view.submittedAt)}</span>
        <CaseBundle caseId={view.id} />
      </p>
      <span className="desk__tools">
        {mayWatch ? <Tooltip title={text.progress.open}><Button type="text" icon={<NodeIndexOutlined />} aria-label={text.progress.open} onClick={() => setWatching(true)} /></Tooltip> : null}
        <Tooltip title={text.refresh}><Button type="text" icon={<ReloadOutlined />} aria-label={text.refresh} onClick={onRefresh} /></Tooltip>
        <Tooltip title={text.print}><Button type="text" icon={<PrinterOutlined />} aria-label={text.print} onClick={() => window.print()} /></Tooltip>
      </span>
      {watching ? <Suspense fallback={null}><ProgressDrawer view={view} onClose={() => setWatching(false)} /></Suspense> : null}
    </header>
  );
}
