import { compile } from './match.ts';
import classes from './words/classes.json' with { type: 'json' };
import commands from './words/commands.json' with { type: 'json' };
import emergency from './words/emergency.json' with { type: 'json' };
import places from './words/places.json' with { type: 'json' };
import selfHarm from './words/selfHarm.json' with { type: 'json' };
import smallTalk from './words/smallTalk.json' with { type: 'json' };
import starts from './words/start.json' with { type: 'json' };
import topics from './words/topics.json' with { type: 'json' };

/** The phrases of every vocabulary found in a message, each vocabulary by its name; a message is walked once for all. */
export const phrasesIn = compile({
  emergency: { vocabulary: emergency, classes },
  selfHarm: { vocabulary: selfHarm, classes },
  commands: { vocabulary: commands.phrases, classes },
  fieldNames: { vocabulary: commands.fields },
  topics: { vocabulary: topics, classes },
  starts: { vocabulary: starts, classes },
  smallTalk: { vocabulary: smallTalk.phrases },
  places: { vocabulary: places },
});
