import { useQuery } from '@tanstack/react-query';
import { closeSurvey, createSurvey, dispatchSurvey, editSurvey, getSurvey, listSurveys, listTasks, type Survey } from '@tongban/server/src/modules/surveys/contract.ts';
import { App, Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api, queryClient } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDate } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Page, Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useAction } from '../../shared/use-action.ts';
import { blankSurvey, SurveyForm, type SurveyFields } from './SurveyForm.tsx';
import { TaskList } from './TaskList.tsx';
import { text } from './text.ts';
import './surveys.css';

const words = text.design;

/** A survey: its design while it is one, its departments once it was sent (CAT-13). */
export function SurveyPage() {
  const { surveyId = '' } = useParams();
  const fresh = surveyId === 'new';
  const query = useQuery({ queryKey: [getSurvey.id, surveyId], enabled: !fresh, queryFn: () => api.call(getSurvey, { params: { surveyId } }) });
  const back = <Link to={`${links.surveys()}?tab=surveys`}>{text.back}</Link>;
  if (fresh) return <Page title={text.add} actions={back}><Design survey={undefined} /></Page>;
  return (
    <Page fill={query.data !== undefined && query.data.state !== 'draft'} title={query.data?.title ?? text.title} aside={query.data ? <Tag tone="neutral">{query.data.stateLabel}</Tag> : undefined} actions={back}>
      <QueryState query={query}>{(survey) => (survey.state === 'draft' ? <Design key={survey.revision} survey={survey} /> : <Sent survey={survey} />)}</QueryState>
    </Page>
  );
}

function refresh(surveyId: string): void {
  for (const key of [[getSurvey.id, surveyId], [listSurveys.id], [listTasks.id]]) void queryClient.invalidateQueries({ queryKey: key });
}

function Design({ survey }: { survey: Survey | undefined }) {
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [create, edit, dispatch] = [useAction(createSurvey), useAction(editSurvey), useAction(dispatchSurvey)];
  const save = (fields: SurveyFields) => {
    const done = (saved: Survey) => { void message.success(words.saved); refresh(saved.id); void navigate(links.survey(saved.id), { replace: true }); };
    if (survey) void edit.run({ params: { surveyId: survey.id }, body: { ...fields, revision: survey.revision } }, done);
    else void create.run({ body: fields }, done);
  };
  const send = () => {
    if (!survey) return;
    void modal.confirm({
      title: words.dispatchTitle, content: words.dispatchLead, okText: words.dispatch, cancelText: text.cancel,
      onOk: () => dispatch.run({ params: { surveyId: survey.id }, body: { revision: survey.revision } }, () => { void message.success(words.dispatched); refresh(survey.id); }),
    });
  };
  return (
    <Panel>
      <ProblemAlert problem={create.problem ?? edit.problem ?? dispatch.problem} onRefresh={() => { if (survey) refresh(survey.id); }} />
      <SurveyForm
        initial={survey ?? blankSurvey} busy={create.busy || edit.busy} onSave={save}
        more={survey ? <Button onClick={send} loading={dispatch.busy}>{words.dispatch}</Button> : null}
      />
    </Panel>
  );
}

function Sent({ survey }: { survey: Survey }) {
  const { message, modal } = App.useApp();
  const close = useAction(closeSurvey);
  const { counts } = survey;
  const end = () => {
    void modal.confirm({
      title: words.closeTitle, content: words.closeLead, okText: words.close, cancelText: text.cancel,
      onOk: () => close.run({ params: { surveyId: survey.id }, body: { revision: survey.revision } }, () => { void message.success(words.closed); refresh(survey.id); }),
    });
  };
  return (
    <>
      <ProblemAlert problem={close.problem} onRefresh={() => refresh(survey.id)} />
      <Panel>
        <div className="survey__line">
          <span>{text.columns.due}：{formatDate(survey.dueOn)}</span><span>{text.columns.departments}：{counts.confirmed} / {counts.departments}</span>
          <span>{text.columns.items}：{counts.answered} / {counts.items}</span>{counts.overdue > 0 ? <Tag tone="danger">{`${text.overdue} ${counts.overdue}`}</Tag> : null}
          {survey.abilities.close ? <Button size="small" onClick={end}>{words.close}</Button> : null}
        </div>
        {survey.instructions ? <p className="survey__hint">{survey.instructions}</p> : null}
      </Panel>
      <TaskList surveyId={survey.id} />
    </>
  );
}
