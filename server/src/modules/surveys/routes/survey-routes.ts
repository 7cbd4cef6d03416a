import { handle } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { adoptAnswers as adopt, confirmTask as confirm, listConfirmations as confirmations, returnTask as giveBack } from '../actions/decide-task.ts';
import { dispatchSurvey as dispatch } from '../actions/dispatch-survey.ts';
import { saveAnswer as save } from '../actions/fill-task.ts';
import { addSubject as add, moveSubject as move, saveTargets as setTargets } from '../actions/move-subject.ts';
import { uploadTask as upload } from '../actions/read-workbook.ts';
import { closeSurvey as close, createSurvey as create, editSurvey as edit } from '../actions/write-survey.ts';
import {
  addSubject, adoptAnswers, closeSurvey, confirmTask, createSurvey, dispatchSurvey, downloadTask, editSurvey, exportBoard, getBoard, getSurvey, getTask, listAnswers, listAwaitingGuidance,
  listConfirmations, listSubjects, listSurveyDepartments, listSurveys, listTasks, moveSubject, returnTask, saveAnswer, saveTargets, subjectKindLabels, uploadTask, type BoardSubject,
} from '../contract.ts';
import { getSurveyRecord, listSurveys as list, presentSurvey } from '../queries/get-survey.ts';
import { getTaskRecord, listTasks as tasks, presentTask } from '../queries/get-task.ts';
import { countDepartmentItems } from '../../catalog/index.ts';
import { listAwaiting } from '../../guidance/index.ts';
import { changedElements, listAnswers as answers } from '../queries/list-answers.ts';
import { iterateSubjects, listSubjects as subjects, readBoard } from '../queries/read-board.ts';
import { writeTaskWorkbook } from '../queries/write-workbook.ts';

const fill = 'surveys.task.fill';

/** What administrators and departments do with surveys. */
export const surveyRoutes = [
  handle(listSurveys, (ctx, { query }) => list(ctx, query)),
  handle(createSurvey, (ctx, { body }) => create(ctx, body)),
  handle(listSurveyDepartments, async (ctx) => ({ items: await countDepartmentItems(ctx) })),
  handle(getSurvey, async (ctx, { params }) => presentSurvey(ctx, await getSurveyRecord(ctx, params.surveyId))),
  handle(editSurvey, (ctx, { params, body }) => edit(ctx, params.surveyId, body)),
  handle(dispatchSurvey, (ctx, { params, body }) => dispatch(ctx, params.surveyId, body.revision)),
  handle(closeSurvey, (ctx, { params, body }) => close(ctx, params.surveyId, body.revision)),
  handle(listTasks, (ctx, { query }) => tasks(ctx, query)),
  handle(getTask, async (ctx, { params }) => {
    const task = await getTaskRecord(ctx, params.taskId, fill);
    return { task: presentTask(ctx, task), instructions: task.instructions, elements: task.elements, questions: task.questions };
  }),
  handle(listAnswers, async (ctx, { params, query }) => answers(ctx, await getTaskRecord(ctx, params.taskId, fill), query)),
  handle(saveAnswer, (ctx, { params, body }) => save(ctx, params.answerId, body)),
  handle(downloadTask, async (ctx, { params }) => writeTaskWorkbook(ctx, await getTaskRecord(ctx, params.taskId, fill))),
  handle(uploadTask, async (ctx, { params }, { files }) => {
    const { task, returned: { read, filled, issues } } = await upload(ctx, params.taskId, files);
    const changed = filled.filter(({ answer: { base }, values }) => changedElements({ base, values }).length > 0).length;
    return { task: presentTask(ctx, task), read, changed, unchanged: filled.length - changed, issues: [...issues] };
  }),
  handle(confirmTask, async (ctx, { params, body }) => presentTask(ctx, await confirm(ctx, params.taskId, body.revision))),
  handle(returnTask, async (ctx, { params, body }) => presentTask(ctx, await giveBack(ctx, params.taskId, body))),
  handle(listConfirmations, async (ctx, { params }) => ({ items: await confirmations(ctx, params.taskId) })),
  handle(adoptAnswers, async (ctx, { params, body }) => {
    const { task, adopted } = await adopt(ctx, params.taskId, body);
    return { task: presentTask(ctx, task), adopted };
  }),
];

/** The progress of combing. */
export const boardRoutes = [
  handle(getBoard, (ctx) => readBoard(ctx)),
  handle(listSubjects, (ctx, { query }) => subjects(ctx, query)),
  handle(listAwaitingGuidance, (ctx, { query }) => listAwaiting(ctx, 'surveys.board.view', query)),
  handle(exportBoard, async (ctx, { query }) => workbookAnswer('梳理进度.xlsx', [defineSheet<BoardSubject>({
    name: '梳理进度', rows: iterateSubjects(ctx, query),
    columns: [
      { title: '类别', width: 12, value: ({ kind }) => subjectKindLabels[kind] }, { title: '名称', width: 44, value: ({ name }) => name }, { title: '地方实施编码', width: 40, value: ({ code }) => code },
      { title: '部门', width: 24, value: ({ organizationName }) => organizationName }, { title: '阶段', width: 12, value: ({ stageLabel }) => stageLabel },
      { title: '更新人', width: 12, value: ({ updatedByName }) => updatedByName }, { title: '更新时间', width: 18, format: 'instant', value: ({ updatedAt }) => (updatedAt === null ? null : new Date(updatedAt)) },
    ],
  })])),
  handle(saveTargets, (ctx, { body }) => setTargets(ctx, body)),
  handle(addSubject, (ctx, { body }) => add(ctx, body)),
  handle(moveSubject, (ctx, { params, body }) => move(ctx, params.subjectId, body)),
];
