export { createWindowDevicesSimulator, type SimulatedCard, type SimulatedDesk } from './simulator/window-devices-simulator.ts';
