-- The versions that replicas reported lately; those silent for a minute are forgotten.
-- KEYS: replicas   ARGV: within ms
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local reported, fresh = redis.call('HGETALL', KEYS[1]), {}
for at = 1, #reported, 2 do
  local version, seen = string.match(reported[at + 1], '(%d+) (%d+)')
  local age = now - tonumber(seen)
  if age <= tonumber(ARGV[1]) then
    table.insert(fresh, reported[at])
    table.insert(fresh, version)
  elseif age > 60000 then
    redis.call('HDEL', KEYS[1], reported[at])
  end
end
return fresh
