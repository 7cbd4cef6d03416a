import { AuditOutlined, CheckCircleFilled, CloseCircleFilled, FileTextOutlined, FolderOpenOutlined, FormOutlined, IdcardOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { SampleButton } from '../../../shared/samples/SampleButton.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useReviewSamples, type Guide } from '../case-data.ts';
import type { CaseDocument } from '../documents.ts';
import { pointsOf, tally, type Material, type Stage, type Ticks } from '../review-points.ts';
import { conditionSamples, librarySamples, materialSamples } from '../samples.ts';
import { text } from '../text.ts';
import { PointList, type OnTick } from './PointList.tsx';

interface DocumentListProps {
  documents: readonly CaseDocument[];
  selected: string;
  onSelect: (id: string) => void;
  guide: Guide | undefined;
  stage: Stage | undefined;
  ticks: Ticks;
  onTick: OnTick;
}

/** Application, conditions and materials with their review points, notices and result; j and k move through it. */
export function DocumentList(props: DocumentListProps) {
  const { documents, selected, onSelect } = props;
  const index = documents.findIndex(({ id }) => id === selected);
  const move = (step: number) => {
    const next = documents[Math.min(documents.length - 1, Math.max(0, index + step))];
    if (next) onSelect(next.id);
  };
  useShortcut({ keys: ['j', 'ArrowDown'], label: sharedText.keys.next, scope: 'here' }, () => move(1));
  useShortcut({ keys: ['k', 'ArrowUp'], label: sharedText.keys.previous, scope: 'here' }, () => move(-1));
  const groups = [
    { title: undefined, items: documents.filter(({ kind }) => kind === 'application') },
    { title: text.documents.conditions, items: documents.filter(({ kind }) => kind === 'condition') },
    { title: text.documents.materials, items: documents.filter(({ kind }) => kind === 'material') },
    { title: text.documents.notices, items: documents.filter(({ kind }) => kind === 'notice' || kind === 'special') },
    { title: text.documents.results, items: documents.filter(({ kind }) => kind === 'licence') },
  ].filter(({ items }) => items.length > 0);
  return (
    <div className="documents">
      {groups.map(({ title, items }) => (
        <section key={title ?? ''}>
          {title ? <h2 className="documents__group">{title}<span className="faint">{items.length}</span></h2> : null}
          <ul>{items.map((document) => <DocumentEntry key={document.id} document={document} {...props} />)}</ul>
        </section>
      ))}
    </div>
  );
}

function DocumentEntry({ document, selected, onSelect, guide, stage, ticks, onTick }: DocumentListProps & { document: CaseDocument }) {
  const chosen = document.id === selected;
  const material = document.kind === 'material' ? document.material : undefined;
  const samplesOf = useReviewSamples(stage === undefined ? undefined : guide?.versionId);
  const samples = material && !material.superseded ? samplesOf(material.key) : undefined;
  const own = material && guide && stage !== undefined && !material.superseded ? materialSamples(guide.elements, material.key, guide.versionId) : [];
  const offered = librarySamples(samples?.files ?? []);
  const points = material && guide && !material.superseded ? pointsOf(guide.elements, material.key, stage) : [];
  return (
    <li className={chosen ? 'document is-chosen' : 'document'}>
      <button
        type="button" className="document__name" aria-current={chosen} onClick={() => onSelect(document.id)}
        ref={(element) => { if (chosen) element?.scrollIntoView({ block: 'nearest' }); }}
      >
        <DocumentIcon document={document} points={document.kind === 'condition' ? document.points.map((point) => ({ point })) : points.map((point) => ({ materialKey: material?.key ?? '', point }))} ticks={ticks} />
        <span className="document__title">{titleOf(document)}</span>
        {material ? <span className="faint small nowrap">{sourceOf(material)}</span> : null}
      </button>
      {material ? <div className="document__samples"><SampleButton files={[...own.filter(({ id }) => !offered.some((one) => one.id === id)), ...offered]} about={material.name} /></div> : null}
      {document.kind === 'condition' ? <PointList points={document.points} ticks={ticks} onTick={onTick} samplesOf={(point) => (guide ? conditionSamples(point, guide.versionId) : [])} offerKey={chosen} /> : null}
      {material && points.length > 0 ? (
        <PointList points={points} materialKey={material.key} ticks={ticks} onTick={onTick} samplesOf={(point) => librarySamples(samples?.points.find(({ key }) => key === point.key)?.files ?? [])} offerKey={chosen} />
      ) : null}
    </li>
  );
}

function DocumentIcon({ document, points, ticks }: { document: CaseDocument; points: Parameters<typeof tally>[0]; ticks: Ticks }): ReactNode {
  if (document.kind === 'application') return <FormOutlined className="faint" />;
  if (document.kind === 'notice') return <FileTextOutlined className="faint" />;
  if (document.kind === 'licence') return <IdcardOutlined className="faint" />;
  if (document.kind === 'special') return <FolderOpenOutlined className="faint" />;
  const { total, done, failed } = tally(points, ticks);
  if (failed > 0) return <CloseCircleFilled className="is-failed" />;
  if (total > 0 && done === total) return <CheckCircleFilled className="is-passed" />;
  if (document.kind === 'condition') return <AuditOutlined className="faint" />;
  return document.material.source === 'none' ? <MinusCircleOutlined className="faint" /> : <FileTextOutlined className="faint" />;
}

/** How a document is called in the list. */
export function titleOf(document: CaseDocument): string {
  if (document.kind === 'application') return text.documents.application;
  if (document.kind === 'condition') return document.condition;
  return document.kind === 'material' ? document.material.name : document.title;
}

function sourceOf(material: Material): string {
  if (material.superseded) return text.documents.earlier;
  const count = material.files.length > 1 ? ` ${material.files.length}` : '';
  return (material.round > 0 ? `${text.documents.round(material.round)} · ` : '') + text.documents.source[material.source] + (material.licence?.sharedAt === undefined ? '' : text.documents.shared) + count;
}
