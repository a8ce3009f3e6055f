// The generated types name GeoJSON geometries by the global namespace of @types/geojson.
import 'geojson';
