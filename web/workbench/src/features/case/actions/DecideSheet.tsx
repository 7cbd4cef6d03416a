import { decideCase } from '@tongban/server/src/modules/handling/contract.ts';
import { Input, Radio, Space } from 'antd';
import { Tag } from '../../../shared/case/tags.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { today } from '../../../shared/format/dates.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { allPoints, tally, tickOf, toResults } from '../review-points.ts';
import { text } from '../text.ts';
import { ownTask, type ActionProps } from './action-context.ts';
import { ActionDrawer, Part } from './ActionDrawer.tsx';
import { reasonsOfDenial } from './supplement-items.ts';
import { Writing } from './Writing.tsx';

const words = text.decideForm;
interface Typed {
  outcome: 'approved' | 'denied';
  opinion: string;
  reasons: string;
  validFrom?: string | undefined;
  validTo?: string | undefined;
  remark: string;
}

/** 决定: approval with the licence's validity, or denial with reasons and the remedies that will be told (行政许可法第三十八条). */
export function DecideSheet(props: ActionProps) {
  const { view, guide, ticks, onClose, onRefresh, onDone } = props;
  const standing = standingReviews(view);
  const failed = standing.some(({ conclusion }) => conclusion === 'fail');
  const points = allPoints(guide.elements, view, 'decision');
  const count = tally(points, ticks);
  const [typed, setTyped, forget] = useTyped<Typed>(`case.${view.id}.decide`, {
    outcome: failed || count.failed > 0 ? 'denied' : 'approved',
    opinion: props.opinion,
    reasons: reasonsOfDenial(view, guide, ticks),
    validFrom: today(),
    remark: '',
  });
  const { run, busy, problem } = useAction(decideCase);
  const task = ownTask(view, 'decision');
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const approving = typed.outcome === 'approved';
  const licence = licenceOf(view, guide);
  const obstacle = failed ? words.reviewsFailed : count.failed > 0 ? text.points.cannotApprove(count.failed) : count.done < count.total && text.points.tickFirst(count.total - count.done);
  const missing = useMissing({
    'decide-denied': approving && obstacle,
    'decide-opinion': typed.opinion.trim().length < 2 && sharedText.missing.write(words.opinion),
    'decide-until': approving && licence !== undefined && view.licenceValidity === 'decided' && !typed.validTo && words.needUntil(licence.name),
    'decide-reasons': !approving && typed.reasons.trim() === '' && sharedText.missing.write(words.reasons),
  });

  function send() {
    if (!missing.check() || !task) return;
    const remark = typed.remark.trim();
    const terms = {
      ...(typed.validFrom ? { validFrom: typed.validFrom } : {}),
      ...(typed.validTo ? { validTo: typed.validTo } : {}),
      ...(remark ? { remark } : {}),
    };
    const body = {
      taskId: task.taskId,
      outcome: typed.outcome,
      opinion: typed.opinion.trim(),
      // A denial may rest on something else: its points are kept where all of them were compared.
      ...(count.total > 0 && count.done === count.total ? { points: toResults(points, ticks) } : {}),
      ...(approving ? { licence: terms } : { reasons: typed.reasons.trim() }),
    };
    void run({ params: { caseId: view.id }, body }, (receipt) => {
      forget();
      onDone(receipt, text.done.decide);
    });
  }
  return (
    <ActionDrawer
      title={words.title}
      confirm={approving ? words.approve : words.deny}
      danger={!approving}
      busy={busy}
      problem={problem}
      onConfirm={send}
      onClose={onClose}
      onRefresh={onRefresh}
      warning={(approving && !missing.of('decide-denied') && obstacle) || undefined}
      labels={{ reasons: words.reasons, opinion: words.opinion }}
    >
      <Part label={words.reviews}>
        <ul className="verdicts">
          {standing.map((review) => (
            <li key={`${review.organizationName}${review.at}`}>
              <Tag tone={review.conclusion === 'pass' ? 'done' : 'danger'}>{text.reviews[review.conclusion]}</Tag>
              <span>{review.organizationName}</span>
              <span className="muted small">{review.opinion}</span>
            </li>
          ))}
          {standing.length === 0 ? <li className="faint small">{text.reviews.none}</li> : null}
        </ul>
      </Part>
      {points.length > 0 ? (
        <Part label={`${text.points.title}（${text.points.progress(count.done, count.total)}）`}>
          <ul className="verdicts">
            {points.map((placed) => (
              <li key={`${placed.materialKey ?? ''}/${placed.point.key}`}>
                <PointTag satisfied={tickOf(ticks, placed).satisfied} />
                <span>{placed.point.text}</span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part label={words.outcome} lack={missing.of('decide-denied')}>
        <Radio.Group
          value={typed.outcome}
          optionType="button"
          onChange={(event) => change(event.target.value === 'denied' ? { outcome: 'denied', reasons: typed.reasons.trim() || reasonsOfDenial(view, guide, ticks) } : { outcome: 'approved' })}
          options={[
            { value: 'approved', label: words.approved },
            { value: 'denied', label: words.denied, id: 'decide-denied' },
          ]}
        />
      </Part>
      <Writing
        id="decide-opinion"
        label={words.opinion}
        value={typed.opinion}
        rows={3}
        phrases={text.phrases.decision}
        lack={missing.of('decide-opinion')}
        autoFocus
        onChange={(opinion) => change({ opinion })}
      />
      {approving ? (
        <LicenceParts view={view} guide={guide} typed={typed} lack={missing.of('decide-until')} onChange={change} />
      ) : (
        <>
          <Writing
            id="decide-reasons"
            label={words.reasons}
            value={typed.reasons}
            rows={5}
            phrases={text.phrases.denial}
            lack={missing.of('decide-reasons')}
            onChange={(reasons) => change({ reasons })}
          />
          <Remedies guide={guide} />
        </>
      )}
    </ActionDrawer>
  );
}

function PointTag({ satisfied }: { satisfied: boolean | undefined }) {
  if (satisfied === undefined) return <Tag tone="warning">{text.points.open}</Tag>;
  return <Tag tone={satisfied ? 'done' : 'danger'}>{satisfied ? text.points.satisfied : text.points.unsatisfied}</Tag>;
}

/** The opinions that stand: of each department the latest one since the last return. */
function standingReviews(view: ActionProps['view']): ActionProps['view']['reviews'] {
  const reviews = view.reviews.filter((review) => review.step === 'review' && !review.superseded);
  return [...new Map(reviews.map((review) => [review.organizationName, review])).values()];
}

/** The licence that approval leads to; undefined where it leads to none. */
function licenceOf(view: ActionProps['view'], guide: ActionProps['guide']) {
  return view.licenceValidity === null ? undefined : guide.elements.results.find(({ licenceTypeCode }) => licenceTypeCode !== undefined);
}

interface LicencePartsProps extends Pick<ActionProps, 'view' | 'guide'> {
  typed: Typed;
  lack: string | undefined;
  onChange: (next: Partial<Typed>) => void;
}

function LicenceParts({ view, guide, typed, lack, onChange }: LicencePartsProps) {
  const licence = licenceOf(view, guide);
  return (
    <>
      {licence ? (
        <Part
          label={`${words.validity}（${licence.name}）`}
          lack={lack}
          hint={[licence.validity ? `${words.guideValidity}：${licence.validity}` : '', view.licenceValidity === 'decided' ? words.endNeeded : words.noEnd].filter(Boolean).join('；')}
        >
          <Space>
            <DateField value={typed.validFrom} placeholder={words.from} onChange={(validFrom) => onChange({ validFrom })} />
            {words.to}
            <DateField
              id="decide-until"
              value={typed.validTo}
              placeholder={words.until}
              {...(typed.validFrom ? { minimum: typed.validFrom } : {})}
              onChange={(validTo) => onChange({ validTo })}
            />
          </Space>
        </Part>
      ) : null}
      <Part label={words.remark} htmlFor="decide-remark">
        <Input.TextArea
          id="decide-remark"
          rows={3}
          maxLength={500}
          value={typed.remark}
          onChange={(event) => onChange({ remark: event.target.value })}
        />
      </Part>
    </>
  );
}

function Remedies({ guide: { elements } }: { guide: ActionProps['guide'] }) {
  return (
    <Part label={words.remedies}>
      <ul className="remedies small">
        {elements.reconsideration ? (
          <li>
            <b>{words.reconsideration}：</b>
            {elements.reconsideration}
          </li>
        ) : null}
        {elements.litigation ? (
          <li>
            <b>{words.litigation}：</b>
            {elements.litigation}
          </li>
        ) : null}
        {elements.reconsideration || elements.litigation ? null : <li>{words.noRemedies}</li>}
      </ul>
    </Part>
  );
}
