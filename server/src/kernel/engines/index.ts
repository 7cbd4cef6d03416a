export { askEngine, baseOf, EngineRefused, reasonOf, type EngineCall } from './ask-engine.ts';
export { createSimulator, runSimulator, type SimulatorAnswer, type SimulatorRequest, type SimulatorRoutes } from './simulator.ts';
