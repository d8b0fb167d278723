import { writeSync } from 'node:fs';

/**
 * After jest's own lines (its summary comes after every reporter, hence at the end of the process), says the outcome in
 * one plain line for whoever reads the run by machine. A file of tests that could not be run counts as one failure.
 */
export default class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`;
    // Straight to the descriptor: a forced exit closes the streams before this event.
    process.once('exit', () => writeSync(1, line));
  }
}
