/**
 * Stores one message before it is acknowledged: all or nothing, and once only.
 * KEYS: fence, seen, inbox, work, alias. ARGV: token, person, id (8 bytes), sealed entry, ids to remember, who may
 * lose an address to this person (or empty), its LID if that is new (hashed, or empty), then the hashed addresses that
 * lead to it from now on.
 * Returns `stored`; `known` when the id is waiting or was handled (nothing changes); `moved` when an address already leads
 * to somebody else (nothing changes); `fenced` when another process owns the number.
 */
export const acceptLua = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
for i = 8, #ARGV do
  local holder = redis.call('hget', KEYS[5], ARGV[i])
  if holder and holder ~= ARGV[2] and holder ~= ARGV[6] then return 'moved' end
end
local id, seen = ARGV[3], redis.call('get', KEYS[2]) or ''
local at = string.find(seen, id, 1, true)
while at do
  if at % 8 == 1 then return 'known' end
  at = string.find(seen, id, at + 1, true)
end
for i = 8, #ARGV do redis.call('hset', KEYS[5], ARGV[i], ARGV[2]) end
if ARGV[7] ~= '' then redis.call('hset', KEYS[5], ARGV[2], ARGV[7]) end
local waiting = redis.call('rpush', KEYS[3], id .. ARGV[4])
local keep = math.max(tonumber(ARGV[5]), waiting)
if #seen >= 8 * (keep + 50) then
  redis.call('set', KEYS[2], string.sub(seen, -8 * (keep - 1)) .. id)
else
  redis.call('append', KEYS[2], id)
end
redis.call('sadd', KEYS[4], ARGV[2])
return 'stored'
`;
