<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" styleCategories="Symbology|Labeling|Rendering" simplifyMaxScale="1" simplifyLocal="1" symbologyReferenceScale="-1" minScale="100000000" version="3.22.16-Białowieża" simplifyDrawingHints="1" simplifyDrawingTol="1" labelsEnabled="0" maxScale="0" simplifyAlgorithm="0">
  <renderer-v2 radius_map_unit_scale="3x:0,0,0,0,0,0" forceraster="0" enableorderby="0" max_value="0" weight_expression="weight" referencescale="-1" radius_unit="7" symbollevels="0" type="heatmapRenderer" quality="2" radius="6">
    <colorramp type="gradient" name="[source]">
      <Option type="Map">
        <Option value="20,11,52,0" type="QString" name="color1"/>
        <Option value="252,255,164,215" type="QString" name="color2"/>
        <Option value="0" type="QString" name="discrete"/>
        <Option value="gradient" type="QString" name="rampType"/>
        <Option value="0.06;87,16,110,60:0.3;188,55,84,150:0.65;249,142,9,190" type="QString" name="stops"/>
      </Option>
      <prop k="color1" v="20,11,52,0"/>
      <prop k="color2" v="252,255,164,215"/>
      <prop k="discrete" v="0"/>
      <prop k="rampType" v="gradient"/>
      <prop k="stops" v="0.06;87,16,110,60:0.3;188,55,84,150:0.65;249,142,9,190"/>
    </colorramp>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>0</layerGeometryType>
</qgis>
