import { listConditionPoints } from '@tongban/server/src/modules/catalog/contract.ts';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { CaseReceipt } from '@tongban/server/src/modules/intake/contract.ts';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useTitle } from '../../shared/page/Page.tsx';
import { SelfBuiltEntry } from '../../shared/self-built/SelfBuiltEntry.tsx';
import { TransferDialog } from '../../shared/tasks/TransferDialog.tsx';
import { useWorkTab } from '../../shared/work-tabs.ts';
import { links } from '../../shared/links.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { ActionBar, type Composed } from './ActionBar.tsx';
import { ownTask, type Sheet } from './actions/action-context.ts';
import { ActionSheet } from './actions/ActionSheet.tsx';
import { useCaseRefresh, useStepWork, type Guide } from './case-data.ts';
import { CaseHead } from './CaseHead.tsx';
import { documentsOf } from './documents.ts';
import { Automation } from './panes/Automation.tsx';
import { ApplicantCard } from './panes/ApplicantCard.tsx';
import { ClockCard } from './panes/ClockCard.tsx';
import { DocumentList } from './panes/DocumentList.tsx';
import { DocumentPane } from './panes/DocumentPane.tsx';
import { PaperCard } from './panes/PaperCard.tsx';
import { RatingCard } from './panes/RatingCard.tsx';
import { Receipts } from './panes/Receipts.tsx';
import { Reviews } from './panes/Reviews.tsx';
import { Standing } from './panes/Standing.tsx';
import { StepWork } from './panes/StepWork.tsx';
import { Timeline } from './panes/Timeline.tsx';
import { allPoints, stageOf } from './review-points.ts';
import { text } from './text.ts';

/** The working surface of a case: what was filed at the left, the document in the middle, the clock and the record at the right. */
export function CaseDesk({ view, guide }: { view: CaseView; guide: Guide | undefined }) {
  useTitle(`${view.itemName} ${view.number}`);
  useWorkTab(links.case(view.id), view.applicant.name, view.itemName);
  const { message } = App.useApp();
  const stage = stageOf(view);
  const composing = stage === 'decision' ? undefined : stage;
  const documents = documentsOf(view, guide && stage ? listConditionPoints(guide.elements, view.situationKey, stage) : []);
  const [selected, setSelected] = useState('application');
  const [sheet, setSheet] = useState<Sheet>();
  const [transferring, setTransferring] = useState<{ taskId: string; title: string }>();
  const [composed, setComposed, forget] = useTyped<Composed>(`case.${view.id}.${stage ?? 'none'}`, { ticks: {}, opinion: '' });
  const unsent = useUnsent(composing, composed.opinion);
  const refresh = useCaseRefresh(view.id);
  const own = view.tasks.find((task) => task.mine);
  const steps = useStepWork(view);

  // The button of a step goes with it: the focus starts again at the case rather than nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
  }, [view.version]);

  function done(receipt: CaseReceipt, told: string) {
    setSheet(undefined);
    forget();
    unsent.drop();
    void message.success(told);
    refresh();
    if (receipt.noticeId) setSelected(receipt.noticeId);
  }
  const shared = { view, onRefresh: refresh, onDone: done };
  return (
    <div className="desk">
      <CaseHead view={view} onRefresh={refresh} />
      <div className="desk__left">
        <ApplicantCard view={view} />
        <DocumentList
          documents={documents}
          selected={selected}
          onSelect={setSelected}
          guide={guide}
          stage={stage}
          ticks={composed.ticks}
          onTick={(path, change) => setComposed((before) => ({ ...before, ticks: { ...before.ticks, [path]: { ...before.ticks[path], ...change } } }))}
        />
      </div>
      <section className="desk__middle">
        <DocumentPane view={view} document={documents.find(({ id }) => id === selected) ?? documents[0]} />
      </section>
      <aside className="desk__right">
        <ClockCard view={view} />
        <Standing view={view} />
        <SelfBuiltEntry caseId={view.id} version={view.version} />
        <PaperCard view={view} />
        <Receipts view={view} />
        <StepWork view={view} work={steps} onSaved={refresh} />
        <Automation
          view={view}
          stage={stage}
          points={guide ? allPoints(guide.elements, view, stage) : []}
          onRefresh={refresh}
          onAdopt={({ opinion, ticks }) => setComposed((before) => ({ ticks: { ...before.ticks, ...ticks }, opinion: before.opinion || opinion }))}
        />
        <RatingCard view={view} />
        <Reviews view={view} />
        <Timeline view={view} />
      </aside>
      {guide ? (
        <ActionBar
          {...shared}
          guide={guide}
          stage={stage}
          composing={composing}
          unsent={unsent.opinion}
          composed={composed}
          proposed={steps?.own && steps.own.taskId === ownTask(view, 'review')?.taskId ? steps.own.outcome ?? undefined : undefined}
          onSheet={setSheet}
          onCompose={(change) => setComposed((before) => ({ ...before, ...change }))}
          onMissing={(wanting, hint) => {
            const found = documents.find((document) => wanting && (wanting.materialKey === undefined
              ? document.kind === 'condition' && document.points.some(({ key }) => key === wanting.point.key)
              : document.kind === 'material' && document.material.key === wanting.materialKey));
            if (found) {
              setSelected(found.id);
              focusOpenPoint();
            }
            void message.warning(hint);
          }}
          onTransfer={() => {
            if (own) setTransferring({ taskId: own.taskId, title: `${own.name} · ${view.itemName} · ${view.number}` });
          }}
        />
      ) : null}
      {sheet && guide ? <ActionSheet sheet={sheet} {...shared} guide={guide} ticks={composed.ticks} opinion={composed.opinion} onClose={() => setSheet(undefined)} /> : null}
      <TransferDialog
        task={transferring}
        onClose={() => setTransferring(undefined)}
        onDone={() => {
          setTransferring(undefined);
          refresh();
        }}
      />
      <span className="visually-hidden" aria-live="polite">
        {text.timeline.title} {view.timeline.length}
      </span>
    </div>
  );
}

/** Takes an officer to the first point of the chosen material or condition that is neither satisfied nor not. */
function focusOpenPoint(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.document.is-chosen .point__ticks:not(:has(:checked)) input')?.focus());
}

/** The opinion that was being written when the step was taken from under somebody's hands; it stays to be copied. */
function useUnsent(stage: string | undefined, opinion: string): { opinion: string; drop: () => void } {
  const [last, setLast] = useState('');
  if (stage !== undefined && last !== opinion) setLast(opinion);
  return { opinion: stage === undefined ? last : '', drop: () => setLast('') };
}
