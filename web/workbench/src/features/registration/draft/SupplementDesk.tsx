import { useQueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { fileIdsIn, validateForm } from '@tongban/form-model';
import { FormRenderer } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import type { ItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import { downloadCaseFile, getCase, type CaseView, type getCaseApplication } from '@tongban/server/src/modules/cases/contract.ts';
import { supplementCase, type Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { App, Input } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { plainApi } from '../../../shared/api.ts';
import { formatDate } from '../../../shared/format/dates.ts';
import { useUploads } from '../../../shared/files/use-uploads.ts';
import { definitionOf, formIssuesOf } from '../../../shared/form/definition.ts';
import { useFormEnvironment } from '../../../shared/form/use-form-environment.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../../shared/links.ts';
import { useTitle } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { MaterialSlots } from './MaterialSlots.tsx';
import { missingMaterials } from './missing-materials.ts';
import { entriesOf, withMaterial, type DraftContent } from './draft-content.ts';

const words = text.supplement;
interface SupplementDeskProps {
  view: CaseView;
  guide: ItemGuide;
  application: ResponseOf<typeof getCaseApplication>;
}
interface Typed extends DraftContent {
  remark: string;
}

/** The slots of the materials that the notice names, empty: a new round replaces, it does not edit. */
export function slotsFor(view: Pick<CaseView, 'supplement'>, guide: ItemGuide): Draft['materials'] {
  const wanted = new Map((view.supplement?.items ?? []).filter(({ kind }) => kind === 'material').map(({ key, reason }) => [key, reason]));
  return guide.elements.materials
    .filter(({ key, formKey }) => wanted.has(key) && formKey === undefined)
    .map((material) => ({
      material,
      reason: wanted.get(material.key) ?? null,
      required: true,
      licences: [],
      files: [],
      licenceId: null,
      licenceConsent: false,
      paperReceived: false,
    }));
}

/** Form, named materials and a remark; what was typed stays in this tab until it is filed. */
export function SupplementDesk({ view, guide, application }: SupplementDeskProps) {
  useTitle(`${words.title} ${view.number}`);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [definition] = useState(() => definitionOf(application.definition));
  const [slots] = useState(() => slotsFor(view, guide));
  // What was handed in is the case's; what is added here is still the clerk's own.
  const [handedIn] = useState(() => new Set(fileIdsIn(application.answers)));
  const fileUrl = useCallback(
    (fileId: string) => (handedIn.has(fileId) ? plainApi.url(downloadCaseFile, { params: { caseId: view.id, fileId } }) : plainApi.url(downloadFile, { params: { fileId } })),
    [view.id, handedIn],
  );
  const environment = useFormEnvironment({ definition, parameters: application.parameters, fileUrl });
  const [typed, setTyped, forget] = useTyped<Typed>(`case.${view.id}.window-supplement`, { answers: application.answers, materials: {}, remark: '' });
  const [attempts, setAttempts] = useState(0);
  const uploads = useUploads();
  const { run, busy, problem } = useAction(supplementCase);
  const issues = attempts > 0 ? validateForm(definition, typed.answers, { ...environment, mode: 'submit' }).issues : [];
  const missing = attempts > 0 ? new Set(missingMaterials(slots, typed)) : new Set<string>();

  function submit() {
    setAttempts((before) => before + 1);
    if (uploads.underWay || missingMaterials(slots, typed).length > 0) return;
    const remark = typed.remark.trim();
    void run(
      {
        params: { caseId: view.id },
        body: { version: view.version, answers: { ...typed.answers }, materials: entriesOf(typed.materials), ...(remark ? { remark } : {}) },
      },
      () => {
        forget();
        void message.success(words.done);
        void client.invalidateQueries({ queryKey: [getCase.id, view.id] });
        void navigate(links.case(view.id), { replace: true });
      },
    );
  }
  return (
    <div className="filling">
      <header className="filling__head">
        <h1>
          {words.title}　{view.itemName}
        </h1>
        <p>
          <strong>{view.applicant.name}</strong>　<span className="number muted">{view.number}</span>
        </p>
        <p className="filling__saved">
          {words.due} {formatDate(view.supplement?.dueOn)}
        </p>
      </header>
      <div className="filling__form">
        <section className="wanted">
          <h2>{words.items}</h2>
          <p className="muted">{view.supplement?.explanation}</p>
          <ul>
            {view.supplement?.items.map((item) => (
              <li key={item.kind + item.key}>
                <b>{item.name}</b>：{item.reason}
              </li>
            ))}
          </ul>
        </section>
        <FormRenderer
          definition={definition}
          answers={typed.answers}
          environment={environment}
          issues={[...issues, ...formIssuesOf(problem?.issues ?? [], definition)]}
          submitCount={attempts}
          onChange={(answers) => setTyped((before) => ({ ...before, answers }))}
        />
      </div>
      <aside className="filling__materials">
        <h2>{text.draft.materials}</h2>
        {slots.length === 0 ? <p className="muted small">{words.noMaterial}</p> : null}
        <MaterialSlots
          slots={slots}
          content={typed}
          missing={missing}
          problems={{}}
          uploads={uploads}
          tried={attempts > 0}
          onChange={(key, change) => setTyped((before) => ({ ...before, materials: withMaterial(before.materials, key, change) }))}
        />
      </aside>
      <footer className="filling__foot">
        <div className="filling__closing">
          <ProblemAlert
            problem={problem}
            onRefresh={() => {
              void client.invalidateQueries({ queryKey: [getCase.id, view.id] });
            }}
          />
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 3 }}
            maxLength={2000}
            placeholder={words.remark}
            aria-label={words.remark}
            value={typed.remark}
            onChange={(event) => setTyped((before) => ({ ...before, remark: event.target.value }))}
          />
        </div>
        <PrimaryButton loading={busy} onPress={submit}>
          {words.submit}
        </PrimaryButton>
      </footer>
    </div>
  );
}
