import about from './about.json' with { type: 'json' };
import counts from './counts.json' with { type: 'json' };
import fields from './fields.json' with { type: 'json' };
import lines from './lines.json' with { type: 'json' };
import priv from './private.json' with { type: 'json' };
import topics from './topics.json' with { type: 'json' };
import values from './values.json' with { type: 'json' };

export default { about, counts, fields, lines, private: priv, topics, values };
