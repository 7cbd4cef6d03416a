import { EllipsisOutlined } from '@ant-design/icons';
import { pathOfPoint, type PlacedPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import { recordReview } from '@tongban/server/src/modules/handling/contract.ts';
import { acceptCase, type CaseReceipt } from '@tongban/server/src/modules/intake/contract.ts';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Button, Dropdown, Input, Radio } from 'antd';
import { Link } from 'react-router';
import { CopyText } from '../../shared/CopyText.tsx';
import { links } from '../../shared/links.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { PhraseButton, withPhrase } from '../../shared/PhraseButton.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { ownTask, type Sheet } from './actions/action-context.ts';
import { offeredActions } from './actions/offered-actions.ts';
import type { Guide } from './case-data.ts';
import { allPoints, tally, tickOf, toResults, type ComposedStage, type Stage, type Ticks } from './review-points.ts';
import { text } from './text.ts';

const words = text.bar;

/** What an officer has written on a case so far. */
export interface Composed {
  ticks: Ticks;
  opinion: string;
  conclusion?: 'pass' | 'fail' | undefined;
}

interface ActionBarProps {
  view: CaseView;
  guide: Guide;
  stage: Stage | undefined;
  /** The same where its opinion is written here. */
  composing: ComposedStage | undefined;
  composed: Composed;
  /** What the rules of the step propose to conclude. */
  proposed: 'pass' | 'fail' | undefined;
  /** Written for a step that somebody else has taken meanwhile. */
  unsent: string;
  onCompose: (change: Partial<Composed>) => void;
  onSheet: (sheet: Sheet) => void;
  onTransfer: () => void;
  onRefresh: () => void;
  onDone: (receipt: CaseReceipt, message: string) => void;
  /** Leads to the first point that keeps the step from ending. */
  onMissing: (wanting: PlacedPoint | undefined, hint: string) => void;
}

/** The foot of a case: opinion and conclusion, the one primary action, and what else is allowed now. */
export function ActionBar(props: ActionBarProps) {
  const { view, guide, stage, composing, composed, unsent, onSheet, onTransfer } = props;
  const { primary, beside, menu } = offeredActions(view.abilities, composing !== undefined);
  const transferable = view.tasks.some((task) => task.mine);
  const items = [
    ...(transferable ? [{ key: 'transfer', label: text.transfer }] : []),
    ...menu.map(({ sheet, label, danger }) => ({ key: sheet, label, danger: danger ?? false })),
  ];
  const open = composing === undefined && primary === undefined && beside.length === 0 && !view.abilities.supplement;
  if (open && items.length === 0 && view.tasks.length === 0 && !unsent) return null;
  return (
    <footer className="bar">
      {composing ? (
        <Composer {...props} composing={composing} />
      ) : (
        <div className="bar__status">
          <p className="muted">{open ? words.waiting : ''}</p>
          <div className="bar__state"><Ticked count={tally(allPoints(guide.elements, view, stage), composed.ticks)} /></div>
          {unsent ? (
            <p className="small">
              {words.unsent}：{unsent} <CopyText value={unsent} label="" />
            </p>
          ) : null}
        </div>
      )}
      <div className="bar__actions">
        {items.length > 0 ? (
          <Dropdown
            trigger={['click']}
            placement="topRight"
            menu={{
              items,
              onClick: ({ key }) => {
                if (key === 'transfer') onTransfer();
                else {
                  const found = menu.find(({ sheet }) => sheet === key);
                  if (found) onSheet(found.sheet);
                }
              },
            }}
          >
            <Button icon={<EllipsisOutlined />} aria-label={text.more} />
          </Dropdown>
        ) : null}
        {view.abilities.supplement ? (
          <Link to={links.registrationSupplement(view.id)}>
            <Button type={primary || composing ? 'default' : 'primary'}>{words.supplementFor}</Button>
          </Link>
        ) : null}
        {beside.map(({ sheet, label, danger }) => (
          <Button key={sheet} danger={danger ?? false} onClick={() => onSheet(sheet)}>
            {label}
          </Button>
        ))}
        {primary ? <PrimaryButton onPress={() => onSheet(primary.sheet)}>{primary.label}</PrimaryButton> : null}
        {composing ? <StageButton {...props} composing={composing} /> : null}
      </div>
    </footer>
  );
}

/** How far the review points of the step have been ticked. */
function Ticked({ count }: { count: ReturnType<typeof tally> }) {
  return (
    <>
      {count.total > 0 ? (
        <span className={count.done === count.total ? 'bar__points' : 'bar__points is-open'}>{text.points.progress(count.done, count.total)}</span>
      ) : null}
      {count.failed > 0 ? <span className="bar__failed">{text.points.failed(count.failed)}</span> : null}
    </>
  );
}

function Composer({ view, guide, composing: stage, composed, proposed, onCompose }: ActionBarProps & { composing: ComposedStage }) {
  const count = tally(allPoints(guide.elements, view, stage), composed.ticks);
  const conclusion = composed.conclusion ?? (count.failed > 0 ? 'fail' : proposed ?? 'pass');
  return (
    <div className="bar__composer">
      <div className="bar__state">
        <Ticked count={count} />
        {stage === 'review' ? (
          <Radio.Group
            size="small"
            optionType="button"
            value={conclusion}
            aria-label={words.conclusion}
            options={[
              { value: 'pass', label: words.pass, disabled: count.failed > 0 },
              { value: 'fail', label: words.fail },
            ]}
            onChange={(event) => onCompose({ conclusion: event.target.value === 'fail' ? 'fail' : 'pass' })}
          />
        ) : null}
        <PhraseButton phrases={text.phrases[stage]} onPick={(phrase) => onCompose({ opinion: withPhrase(composed.opinion, phrase) })} />
      </div>
      <Input.TextArea
        value={composed.opinion}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={2000}
        placeholder={words.placeholder[stage]}
        aria-label={words.placeholder[stage]}
        onChange={(event) => onCompose({ opinion: event.target.value })}
      />
    </div>
  );
}

function StageButton({ view, guide, composing: stage, composed, proposed, onRefresh, onDone, onMissing }: ActionBarProps & { composing: ComposedStage }) {
  const accept = useAction(acceptCase);
  const review = useAction(recordReview);
  const points = allPoints(guide.elements, view, stage);
  const count = tally(points, composed.ticks);
  const opinion = composed.opinion.trim();
  const conclusion = count.failed > 0 ? 'fail' : (composed.conclusion ?? proposed ?? 'pass');
  const results = toResults(points, composed.ticks);
  const task = ownTask(view, 'review');
  const labels = Object.fromEntries(
    points.map(({ materialKey, point }) => [
      pathOfPoint(materialKey, point.key),
      materialKey === undefined ? text.documents.conditions : view.materials.find(({ key }) => key === materialKey)?.name ?? materialKey,
    ]),
  );

  const sendAcceptance = () => {
    void accept.run({ params: { caseId: view.id }, body: { version: view.version, points: results, ...(opinion ? { opinion } : {}) } }, (receipt) =>
      onDone(receipt, text.done.accept),
    );
  };
  const sendReview = () => {
    if (task)
      void review.run({ params: { caseId: view.id }, body: { taskId: task.taskId, conclusion, opinion, points: results } }, (receipt) =>
        onDone(receipt, text.done.review),
      );
  };
  const hint = obstacleOf(stage, count, opinion, conclusion);
  const problem = accept.problem ?? review.problem;
  const satisfied = stage === 'acceptance' && count.failed > 0 ? false : undefined;
  const wanting = points.find((placed) => tickOf(composed.ticks, placed).satisfied === satisfied);
  const guarded = (send: () => void) => () => {
    if (hint === undefined) send();
    else onMissing(wanting, hint);
  };
  return (
    <>
      {problem ? (
        <div className="bar__problem">
          <ProblemAlert
            problem={problem}
            labels={labels}
            onRefresh={onRefresh}
            onClose={() => {
              accept.clear();
              review.clear();
            }}
          />
        </div>
      ) : null}
      {stage === 'acceptance' && view.abilities.accept ? (
        <PrimaryButton loading={accept.busy} onPress={guarded(sendAcceptance)}>
          {words.accept}
        </PrimaryButton>
      ) : null}
      {stage === 'review' ? (
        <PrimaryButton loading={review.busy} disabled={!task} onPress={guarded(sendReview)}>
          {words.review}
        </PrimaryButton>
      ) : null}
    </>
  );
}

/** Why the step cannot end yet, in words that say what to do. */
function obstacleOf(stage: ComposedStage, count: ReturnType<typeof tally>, opinion: string, conclusion: 'pass' | 'fail'): string | undefined {
  if (stage === 'acceptance' && count.failed > 0) return text.points.cannotAccept(count.failed);
  if (count.total > count.done) return text.points.missing(count.total - count.done);
  if (stage === 'acceptance' || opinion.length >= 2) return undefined;
  return conclusion === 'fail' ? words.failNeedsOpinion : words.opinionNeeded;
}
