import { useNavigate } from 'react-router';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { SectionedPage, type PageSection } from '../../shared/page/SectionedPage.tsx';
import { useSession } from '../../shared/session/session.ts';
import { Board } from './Board.tsx';
import { SurveyList } from './SurveyList.tsx';
import { TaskList } from './TaskList.tsx';
import { text } from './text.ts';
import './surveys.css';

const section = (key: keyof typeof text.tabs, permission: string): PageSection => ({ key, label: text.tabs[key], address: `${links.surveys()}?tab=${key}`, permission });
const sections = [section('tasks', 'surveys.task.fill'), section('surveys', 'surveys.survey.manage'), section('board', 'surveys.board.view')];

/** 梳理工作台: departments' tasks, surveys, and how far the combing has come (CAT-13). */
export function SurveysPage() {
  const [filters] = useFilters(['tab']);
  const navigate = useNavigate();
  const { permissions } = useSession();
  const offered = sections.filter(({ permission }) => permission === undefined || permissions.includes(permission));
  const tab = (offered.find(({ key }) => key === filters.tab) ?? offered[0])?.key ?? '';
  return (
    <SectionedPage
      title={text.title}
      sections={sections}
      current={tab}
      actions={permissions.includes('surveys.survey.manage') ? <PrimaryButton onPress={() => { void navigate(links.survey('new')); }}>{text.add}</PrimaryButton> : undefined}
    >
      {tab === 'tasks' ? <TaskList /> : null}
      {tab === 'surveys' ? <SurveyList /> : null}
      {tab === 'board' ? <Board /> : null}
    </SectionedPage>
  );
}
